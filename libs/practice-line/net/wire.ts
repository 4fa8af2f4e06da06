import { StringDecoder } from 'node:string_decoder';
import { type Field, type Frame, privilegeOf } from '../domain/frames.js';

const END = '\r\n';

/** `Event: …`, `Privilege: …`, `Timestamp: epoch.µs` and the event's own lines, as `timestampevents=yes` sends them. */
export function frameText({ event, at, fields }: Frame): string {
  const head: Field[] = [
    ['Event', event],
    ['Privilege', privilegeOf(event)],
    ['Timestamp', (Math.round(at * 1000) / 1_000_000).toFixed(6)],
  ];
  return block([...head, ...fields]);
}

export const block = (fields: readonly Field[]): string =>
  fields.map(([name, value]) => `${name}: ${value}${END}`).join('') + END;

export type Action = ReadonlyMap<string, string>;

/** Reads the actions of one client: blocks of `Name: value` lines, in whatever pieces they come. */
export class ActionReader {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';

  read(bytes: Buffer): Action[] {
    this.rest += this.decoder.write(bytes).replaceAll('\r', '');
    const blocks = this.rest.split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(actionOf).filter((action) => action.has('action'));
  }
}

/** Names of lines are read without regard to case, as Asterisk does. */
function actionOf(text: string): Action {
  const lines = text.split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return new Map(lines);
}
