import type { Headers } from '../domain/recorded-floor.js';

export interface Recorded {
  readonly frame: string;
  readonly headers: Headers;
  /** ms */
  readonly at: number;
}

/** The events of a recording, each with its frame as it came; the client's own answers are left out. */
export function readSocketRecording(bytes: Buffer): Recorded[] {
  const events: Recorded[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\n\n', at);
    if (end < 0) break;
    const head = bytes.toString('utf8', at, end);
    const length = Number(/^Content-Length: (\d+)$/m.exec(head)?.[1] ?? 0);
    const body = bytes.toString('utf8', end + 2, end + 2 + length);
    if (/^Content-Type: text\/event-plain$/m.test(head)) events.push(recorded(`${head}\n\n${body}`, body));
    at = end + 2 + length;
  }
  return events;
}

function recorded(frame: string, body: string): Recorded {
  const lines = body.split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(': ');
    return colon < 1 ? [] : [[line.slice(0, colon), decodeURIComponent(line.slice(colon + 2))]];
  });
  const headers = new Map(lines);
  return { frame, headers, at: Number(headers.get('Event-Date-Timestamp')) / 1000 };
}

/** An event as it stands on the wire. */
export const socketFrame = (event: string): string =>
  `Content-Length: ${Buffer.byteLength(event)}\nContent-Type: text/event-plain\n\n${event}`;

export const eventFrame = (headers: Readonly<Record<string, string>>): string =>
  socketFrame(
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${encodeURIComponent(value)}\n`)
      .join('')}\n`,
  );
