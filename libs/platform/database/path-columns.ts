import { type PathKeeper, type PathMove, pathRange, type Transaction } from '@hotline/kernel';
import { rows } from './sql.js';

/** A column of unit paths with an index that begins with it. */
export interface PathColumn {
  readonly table: string;
  readonly column: string;
  /** A further condition on the rows, with the table's own column names. */
  readonly only?: string;
}

/** Subtrees within subtrees first: what is left below the outer one then takes the outer one's way. */
export const innermostFirst = (moves: readonly PathMove[]): PathMove[] =>
  [...moves].sort((a, b) => b.from.length - a.from.length);

/**
 * Rewrites at most `most` rows of the column; rows a person is just changing are passed over and found the next time.
 * @returns the value of `returning` of every row rewritten
 */
export async function rewritePaths(
  tx: Transaction,
  { table, column, only = 'true' }: PathColumn,
  moves: readonly PathMove[],
  most: number,
  returning = '1',
): Promise<string[]> {
  for (const { from, to } of innermostFirst(moves)) {
    const { low, high } = pathRange(from);
    const done = await rows<{ key: string }>(
      tx,
      `update ${table} t set ${column} = $3 || substr(t.${column}, $4)
       from (select ctid from ${table} where ${column} >= $1 and ${column} < $2 and ${only}
             order by ${column} limit $5 for update skip locked) p
       where t.ctid = p.ctid returning ${returning} as key`,
      [low, high, to, from.length + 1, most],
    );
    if (done.length > 0) return done.map(({ key }) => key);
  }
  return [];
}

/** The keeper of one column that needs nothing else. */
export const keeperOf = (column: PathColumn): PathKeeper => ({
  name: column.table,
  rewrite: async (tx, moves, _at, most) => (await rewritePaths(tx, column, moves, most)).length,
});
