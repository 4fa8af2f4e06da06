import type { QueueLogLine } from '../queue-log/parser.js';

export const LOG_FIGURES = ['entered', 'answered', 'abandoned', 'limit', 'key', 'empty'] as const;
export type LogFigure = (typeof LOG_FIGURES)[number];

const FIGURE_OF: Readonly<Record<string, LogFigure>> = {
  ENTERQUEUE: 'entered',
  CONNECT: 'answered',
  ABANDON: 'abandoned',
  EXITWITHTIMEOUT: 'limit',
  EXITWITHKEY: 'key',
  EXITEMPTY: 'empty',
};

/** How often a call came to each figure in one queue. */
export interface CallCount {
  /** the switchboard's id of the caller's leg */
  readonly callId: string;
  readonly queue: string;
  readonly figure: LogFigure;
  readonly times: number;
  /** last moment anything was heard of the call, microseconds */
  readonly lastUs: number;
}

export interface LogCounts {
  readonly counts: readonly CallCount[];
  /** the log knows nothing of what was before; null for an empty one */
  readonly fromUs: number | null;
}

/** Counts as the log has them, call by call. */
export class LogCounter {
  private readonly counts = new Map<string, CallCount>();
  private fromUs: number | null = null;

  take(lines: readonly QueueLogLine[]): void {
    for (const { atUs, callId, queue, event } of lines) {
      this.fromUs ??= atUs;
      const figure = FIGURE_OF[event];
      if (!figure || !callId || !queue) continue;
      const name = nameOf({ callId, queue, figure });
      const times = (this.counts.get(name)?.times ?? 0) + 1;
      this.counts.set(name, { callId, queue, figure, times, lastUs: atUs });
    }
  }

  get result(): LogCounts {
    return { counts: [...this.counts.values()], fromUs: this.fromUs };
  }
}

export interface Difference {
  readonly queue: string;
  readonly figure: LogFigure;
  readonly logged: number;
  readonly kept: number;
  readonly callIds: readonly string[];
}

export interface Stretch {
  /** calls that were made from here on, and before there */
  readonly fromUs: number;
  readonly toUs: number;
  /** what happened after this may not have reached both sides yet */
  readonly settledUs: number;
}

const nameOf = ({ callId, queue, figure }: Pick<CallCount, 'callId' | 'queue' | 'figure'>): string =>
  `${queue}\n${figure}\n${callId}`;

const SECOND = 1_000_000;

/** A call's id begins with the second in which its leg was made. */
const bornUs = (callId: string): number =>
  Number(/^(?:.*-)?(\d{9,11})\.\d+$/.exec(callId)?.[1] ?? 0) * SECOND;

/**
 * Where the log and our rows differ, by queue and figure, with the calls in question. Compared call by call: equal sums may
 * hide two errors. Only calls made within the stretch that nothing has been heard of since its end are looked at.
 */
export function compareLog(
  logged: readonly CallCount[],
  kept: readonly CallCount[],
  { fromUs, toUs, settledUs }: Stretch,
): Difference[] {
  const last = new Map<string, number>();
  for (const { callId, lastUs } of [...logged, ...kept])
    last.set(callId, Math.max(last.get(callId) ?? 0, lastUs));
  const settled = ({ callId }: CallCount): boolean => {
    const born = bornUs(callId);
    return born > fromUs + SECOND && born < toUs && (last.get(callId) ?? 0) < settledUs;
  };
  const ours = new Map(kept.filter(settled).map((one) => [nameOf(one), one]));
  const theirs = new Map(logged.filter(settled).map((one) => [nameOf(one), one]));
  const found = new Map<
    string,
    { queue: string; figure: LogFigure; logged: number; kept: number; callIds: string[] }
  >();
  for (const name of new Set([...theirs.keys(), ...ours.keys()])) {
    const one = theirs.get(name) ?? ours.get(name);
    if (!one) continue;
    const [theirTimes, ourTimes] = [theirs.get(name)?.times ?? 0, ours.get(name)?.times ?? 0];
    const key = `${one.queue}\n${one.figure}`;
    const sum = found.get(key) ?? { queue: one.queue, figure: one.figure, logged: 0, kept: 0, callIds: [] };
    sum.logged += theirTimes;
    sum.kept += ourTimes;
    if (theirTimes !== ourTimes) sum.callIds.push(one.callId);
    found.set(key, sum);
  }
  return [...found.values()].filter(({ callIds }) => callIds.length > 0);
}
