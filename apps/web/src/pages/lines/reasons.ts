import type { LineSource } from '../../api/contract';

type Reason = LineSource['health']['reasons'][number];

/** To a call centre that delivers nobody connects: what has not been heard is waited for. */
export const reasonOf = (kind: LineSource['kind'], reason: Reason): Reason | 'never-delivered' =>
  kind === 'webhook' && reason === 'never-heard' ? 'never-delivered' : reason;
