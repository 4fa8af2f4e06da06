import { randomUUID } from 'node:crypto';
import { seededRandom, WHOLE_TREE } from '@hotline/kernel';
import {
  aCall,
  aVisit,
  plantCall,
  type PlantedSource,
  plantSource,
} from '../../../test/support/folded-calls.js';
import { testDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { evaluate, SHIPPED_FORMULAS, terms } from '../domain/definitions/formula.js';
import { tally } from '../domain/definitions/tally.js';
import type { CallRow, VisitRow } from '../domain/fold/rows.js';
import { LineNow } from './line-now.js';

const SECOND = 1_000_000;
const NOW = Date.parse('2026-03-10T12:00:00+08:00');
const at = (us: number) => ({ us, known: 'exact' as const });

interface Stay {
  came: number;
  /** null: waits still */
  went: number | null;
}

let opened: TestDatabase;
let source: PlantedSource;
let other: PlantedSource;
const line = new LineNow();
const units = { nation: randomUUID(), province: randomUUID(), neighbour: randomUUID() };

beforeAll(async () => {
  opened = await testDatabase();
  for (const [id, code, path] of [
    [units.nation, 'cn', 'cn/'],
    [units.province, '440000', 'cn/44/'],
    [units.neighbour, '430000', 'cn/43/'],
  ])
    await opened.owner.query(
      `insert into unit (id, code, name, short_name, kind, level, path) values ($1, $2, $2, $2, 'territorial', 'province', $3)`,
      [id, code, path],
    );
  source = await plantSource(opened.owner, units.province, 'cn/44/');
  other = await plantSource(opened.owner, units.neighbour, 'cn/43/');
});
afterAll(() => opened.close());

const read = <T>(work: (tx: Parameters<LineNow['waiting']>[0]) => Promise<T>): Promise<T> =>
  opened.work.read(WHOLE_TREE, work);

/** Random stays of the last two hours: answered, abandoned, at the limit, and some that wait still. */
function randomStays(seed: number, many: number): { calls: CallRow[]; visits: VisitRow[]; stays: Stay[] } {
  const random = seededRandom(seed);
  const shift = { calls: [] as CallRow[], visits: [] as VisitRow[], stays: [] as Stay[] };
  for (let n = 0; n < many; n += 1) {
    const callId = `${seed}.${n}`;
    const came = NOW * 1_000 - Math.floor(random() * 5_400) * SECOND - Math.floor(random() * SECOND);
    const wait = Math.floor(random() * 240 * SECOND);
    const open = came + wait > NOW * 1_000;
    const went = open ? null : came + wait;
    const end = (['answered', 'abandoned', 'limit'] as const)[Math.floor(random() * 3)] ?? 'answered';
    const outcome = open ? 'open' : end;
    shift.stays.push({ came, went });
    shift.calls.push(
      aCall(callId, came, { outcome: open ? 'open' : end === 'answered' ? 'answered' : 'not_answered' }),
    );
    shift.visits.push(
      aVisit({
        visitId: callId,
        callId,
        joined: at(came),
        requested: at(came),
        answered: went !== null && end === 'answered' ? at(went) : null,
        left: went !== null && end !== 'answered' ? at(went) : null,
        outcome,
        wait: open ? null : { us: wait, known: 'exact' },
        lastSeenUs: went ?? NOW * 1_000,
      }),
    );
  }
  return shift;
}

/** The most stays that overlap at one moment since then, looked for the slow way. */
function busiestOf(stays: readonly Stay[], sinceUs: number): number {
  const moments = [sinceUs, ...stays.map(({ came }) => came).filter((came) => came >= sinceUs)];
  const during = (us: number): number =>
    stays.filter(({ came, went }) => came <= us && (went === null || went > us)).length;
  return Math.max(0, ...moments.map(during));
}

describe('the line at this moment', () => {
  const shift = randomStays(12_351, 260);
  const elsewhere = randomStays(43, 40);
  beforeAll(async () => {
    opened.clock.set('2026-03-10T12:00:00+08:00');
    for (const [to, { calls, visits }] of [
      [source, shift],
      [other, elsewhere],
    ] as const)
      for (const [n, call] of calls.entries())
        await plantCall(opened.owner, to, call, visits.slice(n, n + 1));
  }, 60_000);

  it.each([
    ['cn/44/', [shift]],
    ['cn/', [shift, elsewhere]],
    ['cn/43/4301/', []],
  ])('knows who waits below %s, and since when the longest does', async (path, shifts) => {
    const waiting = shifts.flatMap(({ stays }) => stays).filter(({ went }) => went === null);
    const since = waiting.length > 0 ? Math.min(...waiting.map(({ came }) => came)) : null;
    const found = await read((tx) => line.waiting(tx, path));
    expect(found.waiting).toBe(waiting.length);
    expect(found.since?.getTime() ?? null).toBe(since === null ? null : Math.floor(since / 1_000));
  });

  it.each([900, 3_600, 60])('finds the busiest moment of the last %i seconds', async (seconds) => {
    const since = NOW - seconds * 1_000;
    const found = await read((tx) => line.busiest(tx, 'cn/', new Date(since)));
    expect(found).toBe(busiestOf([...shift.stays, ...elsewhere.stays], since * 1_000));
    expect(found).toBeGreaterThan(0);
  });

  it.each([
    ['the last quarter', 900],
    ['everything', 86_400],
  ])('counts %s as the pure formulas do', async (_, seconds) => {
    const from = new Date(NOW - seconds * 1_000);
    const formulas = [
      ...SHIPPED_FORMULAS,
      { numerator: terms('answered'), denominator: terms('arrived'), seconds: null, shortAbandonS: 5 },
    ];
    // Whoever waits still is in no rate yet.
    const inside = shift.calls.flatMap((call, n) =>
      call.arrived.us >= from.getTime() * 1_000 && call.outcome !== 'open' ? [n] : [],
    );
    const calls = inside.map((n) => shift.calls[n] as CallRow);
    const visits = inside.map((n) => shift.visits[n] as VisitRow);
    const sums = tally(calls, visits);
    const found = await read((tx) =>
      line.counted(tx, { path: 'cn/44/', from, until: new Date(NOW + 1) }, formulas, 5),
    );
    expect(found.rates).toEqual(
      formulas.map((formula) => {
        const { numerator, denominator } = evaluate(formula, sums);
        return [numerator, denominator];
      }),
    );
    expect(found).toMatchObject({
      arrived: sums.arrived,
      asked: sums.asked,
      answered: sums.answered,
      abandoned: sums.abandoned,
    });
    expect(sums.answered).toBeGreaterThan(0);
  });
});
