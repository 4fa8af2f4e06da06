import type { CallBackView, DialledCall } from '../api/contract';

export interface Said {
  readonly reached: 'yes' | 'no';
  readonly why: NonNullable<CallBackView['notReachedReason']> | null;
}

/**
 * What the network says of the worker. Who presses the red key has not taken the call; that they refuse to be asked, only they can
 * say. Where the way there is out of order, nothing is said of them.
 */
export const SAYS: Partial<Record<NonNullable<DialledCall['result']>, Said>> = {
  answered: { reached: 'yes', why: null },
  no_answer: { reached: 'no', why: 'no-answer' },
  busy: { reached: 'no', why: 'busy' },
  off: { reached: 'no', why: 'powered-off' },
  wrong_number: { reached: 'no', why: 'wrong-number' },
  refused: { reached: 'no', why: 'no-answer' },
  unreachable: { reached: 'no', why: null },
  cancelled: { reached: 'no', why: 'no-answer' },
};
