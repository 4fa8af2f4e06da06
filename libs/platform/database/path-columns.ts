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
 * How far a walk through a subtree has come, so that the next batch need not pass every entry that is dead by now. Only
 * a hint: a walk that finds nothing begins once more at the beginning.
 */
export class PathWalk {
  private readonly reached = new Map<string, string>();

  /** Does one batch; `batch` is given where to begin and tells the last path it rewrote, or null when it found none. */
  async next(
    { from }: PathMove,
    batch: (low: string, high: string) => Promise<{ rows: number; last: string | null }>,
  ): Promise<number> {
    const { low, high } = pathRange(from);
    const begin = this.reached.get(from) ?? low;
    const found = await batch(begin, high);
    if (found.last !== null) this.reached.set(from, found.last);
    else this.reached.delete(from);
    return found.rows > 0 || begin === low ? found.rows : this.next({ from, to: '', unitId: '' }, batch);
  }
}

/** What a row's path was before it was rewritten; the greatest of them is how far the walk has come. */
export function lastOf(paths: readonly string[], { from, to }: PathMove): string | null {
  const last = paths.reduce((greatest, path) => (path > greatest ? path : greatest), '');
  return last === '' ? null : from + last.slice(to.length);
}

/**
 * Rewrites at most `most` rows of the column; rows a person is just changing are passed over and found the next time.
 * @returns the value of `key` of every row rewritten
 */
export async function rewritePaths(
  tx: Transaction,
  { table, column, only = 'true' }: PathColumn,
  moves: readonly PathMove[],
  most: number,
  walk = new PathWalk(),
  key = '1',
): Promise<string[]> {
  for (const move of innermostFirst(moves)) {
    const keys: string[] = [];
    await walk.next(move, async (low, high) => {
      const done = await rows<{ key: string; path: string }>(
        tx,
        `update ${table} t set ${column} = $3 || substr(t.${column}, $4)
         from (select ctid from ${table} where ${column} >= $1 and ${column} < $2 and ${only}
               order by ${column} limit $5 for update skip locked) p
         where t.ctid = p.ctid returning ${key} as key, t.${column} as path`,
        [low, high, move.to, move.from.length + 1, most],
      );
      keys.push(...done.map((one) => one.key));
      return {
        rows: done.length,
        last: lastOf(
          done.map(({ path }) => path),
          move,
        ),
      };
    });
    if (keys.length > 0) return keys;
  }
  return [];
}

/** The keeper of one column that needs nothing else. */
export function keeperOf(column: PathColumn): PathKeeper {
  const walk = new PathWalk();
  return {
    name: column.table,
    rewrite: async (tx, moves, _at, most) => (await rewritePaths(tx, column, moves, most, walk)).length,
  };
}
