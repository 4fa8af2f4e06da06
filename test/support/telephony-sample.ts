import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type AmiMessage, AmiParser, Replay, type ReplayFigures } from '@hotline/telephony';

const FIXTURES = join(__dirname, '../../libs/telephony/fixtures');

export const sampleAmi = (): Buffer => readFileSync(join(FIXTURES, 'asterisk-queue-sample.txt'));
export const sampleLog = (): Buffer => readFileSync(join(FIXTURES, 'queue_log.txt'));
export const sampleEsl = (): Buffer =>
  gunzipSync(readFileSync(join(FIXTURES, 'freeswitch-callcenter-sample.txt.gz')));

export type Compared = Omit<ReplayFigures, 'note' | 'asterisk_own_counters_at_the_end'>;

/** The note is words; Asterisk's own counters were read after the recording ended, so it does not hold them. */
export function compared(figures: ReplayFigures): Compared {
  const { note: _, asterisk_own_counters_at_the_end: _own, ...rest } = figures;
  return rest;
}

export const sampleFigures = (): Compared =>
  compared(JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8')) as ReplayFigures);

export function sampleMessages(): AmiMessage[] {
  return new AmiParser().push(sampleAmi()).filter((item): item is AmiMessage => item.kind !== 'banner');
}

export function figuresOf(messages: readonly AmiMessage[], log: Uint8Array | null): Compared {
  const run = new Replay();
  run.messages(messages);
  if (log) run.queueLog([log]);
  return compared(run.result().figures);
}

export interface Difference {
  path: string;
  wanted: unknown;
  got: unknown;
}

/** Every leaf that differs. */
export function differences(wanted: unknown, got: unknown, path = ''): Difference[] {
  if (typeof wanted === 'object' && wanted !== null && typeof got === 'object' && got !== null) {
    const [a, b] = [wanted as Record<string, unknown>, got as Record<string, unknown>];
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) => differences(a[key], b[key], `${path}/${key}`));
  }
  return Object.is(wanted, got) ? [] : [{ path, wanted, got }];
}

/** A small seeded source of chance (mulberry32), so that a failing run can be run again. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Moves each message by at most `within` microseconds of its own time; those without a time stay in front. */
export function shuffled(
  messages: readonly AmiMessage[],
  timeOf: (message: AmiMessage) => number | null,
  random: () => number,
  within = 200_000,
): AmiMessage[] {
  return messages
    .map((message) => ({ message, at: (timeOf(message) ?? 0) + random() * within }))
    .sort((a, b) => a.at - b.at)
    .map(({ message }) => message);
}
