import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Api } from './api.js';

export interface Persistence {
  /** Longest time without a usable answer before a row is given up. */
  readonly patienceMs: number;
  readonly stop: AbortSignal;
  /** Told before every wait. */
  readonly onWait: (code: string) => void;
}

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly key?: string;
}

// key-in-use: an earlier attempt of ours is still being worked on; its result comes with the next try.
const PASSING = [0, 408, 425, 429, 502, 503, 504];
// A fault may be of the moment or of the row; the row must not hold up the others for long.
const MOST_FAULTS = 4;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

export const undecided = ({ status, code }: Answer): boolean =>
  PASSING.includes(status) || code === 'key-in-use';

/**
 * Repeats one request, always with the same key, until the server has decided: it survives restarts of the server,
 * lost answers and full queues. The last answer is returned as it is when patience or `stop` ends it.
 * @throws NotLetIn
 */
export async function untilDecided(api: Api, sent: Sent, persistence: Persistence): Promise<Answer> {
  const { patienceMs, stop, onWait } = persistence;
  const end = performance.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await api.call(sent.method, sent.path, sent.body, sent.key);
    const again = undecided(answer) || (answer.status === 500 && attempt < MOST_FAULTS);
    if (!again || stop.aborted || performance.now() > end) return answer;
    onWait(answer.code);
    await sleep(waitMs(attempt, answer.retryAfter), undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Doubling, and spread by a quarter so that rows waiting for the same restart do not all come back at once. */
function waitMs(attempt: number, retryAfter: number | null): number {
  const doubled = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempt, 10), LONGEST_WAIT_MS);
  const asked = Math.max(doubled, (retryAfter ?? 0) * 1_000);
  return asked * (1 + Math.random() / 4);
}
