import { readFileSync } from 'node:fs';
import { AmiServer, type AmiAccount, type Stage } from './ami-server.js';

export interface RecordingSettings {
  readonly host: string;
  readonly port: number;
  readonly account: AmiAccount;
  /** The bytes an AMI client once received. */
  readonly file: string;
  /** 1 to 60: the gaps between events are divided by it. */
  readonly speed: number;
  /** Times of the events: as they were, or moved so that the first one is now. */
  readonly times: 'recorded' | 'now';
  readonly now: () => number;
}

interface Moment {
  /** ms after the first event that carries a time */
  readonly after: number;
  readonly text: string;
}

const TIMESTAMP = /^Timestamp: (\d+\.\d+)(?=\r?$)/m;

/**
 * The events of a recording with their moments. Answers to the recording client's own actions are left out; an event
 * without a time comes with the one before it.
 */
export function readRecording(text: string): { first: number; moments: Moment[] } {
  let first = 0;
  let last = 0;
  const moments = text
    .split(/\r?\n\r?\n/)
    .filter((block) => /^Event: (?!FullyBooted)/.test(block))
    .map((block): Moment => {
      const at = Number(TIMESTAMP.exec(block)?.[1] ?? 0) * 1000;
      if (at && !first) first = at;
      if (at) last = Math.max(last, at);
      return { after: first ? last - first : 0, text: block.replaceAll('\r', '').replaceAll('\n', '\r\n') };
    });
  return { first, moments };
}

/** Plays a recording once to whoever is signed in, from the first sign-in on. */
export class RecordedLine implements Stage {
  readonly floor = { outbound: new Map(), speed: 1 };
  private readonly server: AmiServer;
  private readonly recording;
  private readonly startedAt: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private playingSince: number | undefined;
  private next = 0;
  private finished: () => void = () => undefined;
  /** Settles when the last event has been sent. */
  readonly done = new Promise<void>((resolve) => (this.finished = resolve));

  constructor(private readonly settings: RecordingSettings) {
    this.recording = readRecording(readFileSync(settings.file, 'utf8'));
    this.startedAt = settings.now();
    this.server = new AmiServer(settings.account, this, () => this.play());
  }

  open(): Promise<number> {
    return this.server.listen(this.settings.port, this.settings.host);
  }

  now(): undefined {
    return undefined;
  }

  uptimeSeconds(): number {
    return Math.floor((this.settings.now() - this.startedAt) / 1000);
  }

  flush(): void {
    // A recording answers no action, so nothing waits to be sent.
  }

  cut(): void {
    this.server.cut();
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.server.close();
  }

  private play(): void {
    if (this.playingSince !== undefined) return;
    this.playingSince = this.settings.now();
    this.step();
  }

  private step(): void {
    const { moments } = this.recording;
    const elapsed = (this.settings.now() - (this.playingSince ?? 0)) * this.settings.speed;
    const from = this.next;
    while (this.next < moments.length && (moments[this.next]?.after ?? 0) <= elapsed) this.next += 1;
    const texts = moments.slice(from, this.next).map((moment) => `${this.stamped(moment)}\r\n\r\n`);
    if (texts.length > 0) this.server.sendText(texts.join(''));
    const waiting = moments[this.next];
    if (!waiting) return this.finished();
    this.timer = setTimeout(() => this.step(), Math.max(1, (waiting.after - elapsed) / this.settings.speed));
  }

  private stamped({ text, after }: Moment): string {
    if (this.settings.times === 'recorded') return text;
    const at = (this.playingSince ?? 0) + after / this.settings.speed;
    return text.replace(TIMESTAMP, `Timestamp: ${(at / 1000).toFixed(6)}`);
  }
}
