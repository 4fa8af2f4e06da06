import { type Instant, type PathKeeper, type PathMove, shanghaiDay, type Transaction } from '@hotline/kernel';
import { changed, innermostFirst, rewritePaths, rows } from '@hotline/platform';
import { type Daily, linePaths, negative, type Sums } from '../domain/daily.js';
import { DailyStore } from './daily-store.js';
import { FactStore } from './fact-store.js';

/**
 * Closed days stay as they were counted. The day of the change and later ones (deadlines that lie ahead) go with the
 * units: their sums leave the old superiors and join the new ones, once, before the first new event is counted.
 */
async function moveSums(tx: Transaction, moves: readonly PathMove[], day: string): Promise<void> {
  const store = new DailyStore();
  for (const { unitId, from, to } of innermostFirst(moves)) {
    const sums = await rows<Daily>(
      tx,
      `select metric, day::text as day, unit_path as path, denominator, numerator, excluded, bins
       from metric_daily where unit_id = $1 and day >= $2`,
      [unitId, day],
    );
    const left = superiors(from).filter((path) => !to.startsWith(path));
    const joined = superiors(to).filter((path) => !from.startsWith(path));
    const change = (path: string, sign: (sums: Sums) => Sums) =>
      sums.map((sum): Daily => ({ ...sign(sum), metric: sum.metric, day: sum.day, path }));
    await store.change(tx, [
      ...left.flatMap((path) => change(path, negative)),
      ...joined.flatMap((path) => change(path, (sum) => sum)),
    ]);
  }
  const only = `day >= '${day}'`;
  const everything = 1_000_000_000;
  const column = { table: 'metric_daily', column: 'unit_path', only };
  while ((await rewritePaths(tx, column, moves, everything)).length > 0);
}

const superiors = (path: string): string[] => linePaths(path).slice(0, -1);

/** @returns how many moves had not been numbered yet */
async function claim(tx: Transaction, moves: readonly PathMove[]): Promise<number> {
  return changed(
    tx,
    `update path_move set numbered_at = $2 where old_path = any ($1::text[]) and numbered_at is null
       and switched_at is not null and settled_at is null`,
    [moves.map(({ from }) => from), tx.now],
  );
}

export const NUMBER_PATHS: readonly PathKeeper[] = [
  {
    name: 'metric_daily',
    rewrite: async (tx: Transaction, moves: readonly PathMove[], at: Instant) => {
      await new FactStore().hold(tx);
      const claimed = await claim(tx, moves);
      if (claimed > 0) await moveSums(tx, moves, shanghaiDay(at));
      return claimed;
    },
  },
  {
    name: 'metric_fact',
    rewrite: async (tx: Transaction, moves: readonly PathMove[], at: Instant, most: number) => {
      const only = `day >= '${shanghaiDay(at)}'`;
      const column = { table: 'metric_fact', column: 'unit_path', only };
      return (await rewritePaths(tx, column, moves, most)).length;
    },
  },
];
