import type pg from 'pg';
import { AGENT_SUMS, QUEUE_SUMS } from '../../libs/workforce/domain/sums.js';
import { addWaits } from '../../libs/workforce/domain/waits.js';

type Sums = Record<string, number | number[]>;
type Row = Record<string, unknown> & { grain: string; at: Date };

const WAITS = ['answered_waits', 'abandoned_waits'];

const namesOf = (kind: 'queue' | 'agent'): readonly string[] => (kind === 'queue' ? QUEUE_SUMS : AGENT_SUMS);

/** What is not nothing of a row. */
function sumsOf(kind: 'queue' | 'agent', row: Row): Sums {
  const sums: Sums = {};
  for (const name of namesOf(kind)) if (Number(row[name]) !== 0) sums[name] = Number(row[name]);
  for (const name of kind === 'queue' ? WAITS : []) {
    const waits = row[name] as number[];
    if (waits.length > 0) sums[name] = waits;
  }
  return sums;
}

const placeOf = (path: string, { grain, at }: Row): string => `${path} ${grain} ${at.toISOString()}`;

/** Sums of units as they are kept. */
export async function subtreeSums(owner: pg.Client, kind: 'queue' | 'agent'): Promise<Record<string, Sums>> {
  const { rows } = await owner.query<Row>(`select * from ${kind}_subtree`);
  return Object.fromEntries(rows.map((row) => [placeOf(String(row.under), row), sumsOf(kind, row)]));
}

/** The same, added up from the rows of queues or agents. */
export async function plainSubtreeSums(
  owner: pg.Client,
  kind: 'queue' | 'agent',
): Promise<Record<string, Sums>> {
  const { rows } = await owner.query<Row>(`select * from ${kind}_interval`);
  const found: Record<string, Sums> = {};
  for (const row of rows) {
    const labels = String(row.unit_path).split('/').slice(0, -1);
    for (const [n] of labels.entries()) {
      const own = (found[placeOf(`${labels.slice(0, n + 1).join('/')}/`, row)] ??= {});
      for (const [name, value] of Object.entries(sumsOf(kind, row)))
        own[name] = Array.isArray(value)
          ? addWaits((own[name] as number[] | undefined) ?? [], value)
          : ((own[name] as number | undefined) ?? 0) + value;
    }
  }
  return found;
}
