import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { OpenClock } from '../domain/facts.js';
import { type JsonClock, toClock } from './facts-row.js';

/** Clocks a step put to rest, as they were: they run again with the deadlines they had. */
export async function restingClocksOf(
  tx: Transaction,
  ticketId: string,
  ids: readonly string[],
): Promise<OpenClock[]> {
  const found = await rows<{ clock: JsonClock }>(
    tx,
    `select to_json(c) as clock from clock c
     where c.ticket_id = $1 and c.id = any ($2::uuid[]) and c.stopped_at is not null`,
    [ticketId, ids],
  );
  return found.map(({ clock }) => toClock(clock));
}
