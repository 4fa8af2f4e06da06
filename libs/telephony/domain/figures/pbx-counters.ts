import { type AmiMessage, eventName, field } from '../ami/message.js';

const PARAMS = [
  'Completed',
  'Abandoned',
  'Holdtime',
  'TalkTime',
  'ServiceLevel',
  'ServicelevelPerf',
  'ServicelevelPerf2',
  'Calls',
];
const SUMMARY = ['LoggedIn', 'Available', 'Callers', 'HoldTime', 'TalkTime', 'LongestHoldTime'];

export type PbxCounters = Record<string, Record<string, string | Record<string, string>>>;

function pick(message: AmiMessage, keys: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of keys) {
    const value = field(message, key);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

/**
 * Asterisk's own counters, from the last `QueueStatus` and `QueueSummary` in a recording. Shown for comparison alone:
 * they count limits as abandons, average with a filter, and start at zero with the PBX.
 */
export class PbxCounterBook {
  readonly #queues: PbxCounters = {};

  accept(message: AmiMessage): void {
    const name = eventName(message);
    const queue = field(message, 'Queue');
    if (!queue || (name !== 'QueueParams' && name !== 'QueueSummary')) return;
    const known = this.#queues[queue] ?? {};
    if (name === 'QueueParams') this.#queues[queue] = { ...known, ...pick(message, PARAMS) };
    else this.#queues[queue] = { ...known, summary: pick(message, SUMMARY) };
  }

  counters(): PbxCounters {
    return { ...this.#queues };
  }
}
