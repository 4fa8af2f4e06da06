import { type PathMove, pathRange, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

const PROVINCE = /^[a-z0-9]+\/([a-z0-9]+)\//;
const WHOLE = /^[a-z0-9]+\/[a-z0-9]+\/$/;

/** Whole provinces that leave their place: their tickets are found by age, and so lie side by side in table and indexes. */
const wholeProvinces = (moves: readonly PathMove[]): PathMove[] =>
  moves.filter(({ from, to }) => WHOLE.test(from) && !to.startsWith(from) && !hasInner(from, moves));

// What leaves an inner subtree another way must have left before.
const hasInner = (from: string, moves: readonly PathMove[]): boolean =>
  moves.some((other) => other.from !== from && other.from.startsWith(from));

/** From which end of a province's tickets a walk comes. */
export type End = 'newest' | 'oldest';
const ORDER = {
  newest: { by: 't.opened_at desc, t.id desc', after: '<', begin: 'infinity' },
  oldest: { by: 't.opened_at, t.id', after: '>', begin: '-infinity' },
} as const;
const NO_ID = {
  newest: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  oldest: '00000000-0000-0000-0000-000000000000',
};

interface Place {
  readonly at: string;
  readonly id: string;
}

// How far each walk has come, by its end and the province; only a hint, as in PathWalk.
const reached = new Map<string, Place>();

/**
 * Rewrites the paths of at most `most` tickets of a province that moves as a whole, and with each ticket its rows of
 * custody: one visit to their pages instead of one for every level. Rows a person is just changing are passed over.
 * @returns the ids of the tickets
 */
export async function rewriteProvince(
  tx: Transaction,
  moves: readonly PathMove[],
  most: number,
  end: End,
): Promise<string[]> {
  for (const move of wholeProvinces(moves)) {
    const key = `${end} ${move.from}`;
    const begun = reached.get(key);
    const found = await batch(tx, move, most, end, begun);
    const last = found.at(-1);
    if (last) reached.set(key, last);
    else reached.delete(key);
    if (last) return found.map(({ id }) => id);
    if (begun) return rewriteProvince(tx, moves, most, end);
  }
  return [];
}

async function batch(
  tx: Transaction,
  { from, to }: PathMove,
  most: number,
  end: End,
  after: Place | undefined,
): Promise<Place[]> {
  const { low, high } = pathRange(from);
  const { by, after: beyond, begin } = ORDER[end];
  const found = await rows<Place & Record<string, unknown>>(
    tx,
    `with lot as materialized (
       select t.ctid as place, t.id, t.opened_at from ticket t
       where t.province = $1 and t.path >= $2 and t.path < $3 and (t.opened_at, t.id) ${beyond} ($4::timestamptz, $5::uuid)
       order by ${by} limit $6 for update skip locked
     ), moved as (
       update ticket t set path = $7 || substr(t.path, $8) from lot where t.ctid = lot.place
     )
     select lot.id, lot.opened_at::text as at from lot`,
    [
      PROVINCE.exec(from)?.[1],
      low,
      high,
      after?.at ?? begin,
      after?.id ?? NO_ID[end],
      most,
      to,
      from.length + 1,
    ],
  );
  if (found.length > 0)
    await moveCustody(
      tx,
      found.map(({ id }) => id),
      { from, to, unitId: '' },
    );
  return found;
}

/** The rows of custody of these tickets; where both spellings stand, the later keeper takes the older one away. */
async function moveCustody(tx: Transaction, ids: readonly string[], { from, to }: PathMove): Promise<void> {
  const { low, high } = pathRange(from);
  await rows(
    tx,
    `update ticket_access a set path = $4 || substr(a.path, $5)
     where a.ticket_id = any ($1::uuid[]) and a.path >= $2 and a.path < $3
       and not exists (select 1 from ticket_access b where b.ticket_id = a.ticket_id and b.path = $4 || substr(a.path, $5))`,
    [ids, low, high, to, from.length + 1],
  );
}
