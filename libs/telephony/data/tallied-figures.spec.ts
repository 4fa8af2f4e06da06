import { randomUUID } from 'node:crypto';
import { between, chance, type Random, seededRandom, WHOLE_TREE } from '@hotline/kernel';
import {
  aCall,
  aVisit,
  plantCall,
  plantSource,
  type PlantedSource,
} from '../../../test/support/folded-calls.js';
import { testDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { FORMULA_FORMS } from '../domain/definitions/forms.js';
import { FORMULA_KINDS } from '../domain/definitions/formula.js';
import { VISIT_OUTCOMES } from '../domain/fold/rows.js';
import { TallyDays } from '../use-cases/tally-days.js';
import { type Column, columnsOf } from '../domain/definitions/figure.js';
import { CallFigures, type FigureQuestion, type FigureSpan } from './call-figures.js';
import { CallRows, type SubjectRow } from './call-rows.js';
import { DayTallies } from './day-tallies.js';

const HOUR = 3_600_000_000;
const SECOND = 1_000_000;
const DAY_START = Date.parse('2026-03-06T00:00:00+08:00') * 1_000;
const DAYS = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10'];

/** Every form with its own thresholds, over all the time and over parts of it as versions are. */
const SPANS: FigureSpan[] = FORMULA_KINDS.flatMap((kind) =>
  FORMULA_FORMS[kind].flatMap((form, n) => {
    const formula = { ...form, seconds: 15 + n, shortAbandonS: 5 * (n % 2) };
    return [
      { formula, from: '2026-03-06', to: '2026-03-10' },
      { formula, from: '2026-03-06', to: '2026-03-07' },
      { formula: { ...formula, seconds: 20 }, from: '2026-03-08', to: '2026-03-10' },
    ];
  }),
);

let opened: TestDatabase;
let sources: PlantedSource[];
beforeEach(async () => {
  opened = await testDatabase();
  const unitId = randomUUID();
  await opened.owner.query(
    `insert into unit (id, code, name, short_name, kind, level, path) values ($1, 'cn', '全总', '全总', 'territorial', 'national', 'cn/')`,
    [unitId],
  );
  sources = [];
  for (const path of ['cn/44/', 'cn/43/']) sources.push(await plantSource(opened.owner, unitId, path));
});
afterEach(() => opened.close());

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** A call of up to four stays, often around midnight, now and then over two of them. */
async function planted(random: Random): Promise<void> {
  const callId = randomUUID();
  const near = chance(random, 0.5)
    ? 24 * HOUR * between(random, 1, 4) - between(random, 0, 120) * SECOND
    : null;
  const arrived = DAY_START + (near ?? between(random, 0, 4 * 86_400 - 1) * SECOND);
  const visits = Array.from({ length: between(random, 0, 3) }, (_, ordinal) => {
    const outcome = pick(random, VISIT_OUTCOMES);
    const entered = outcome === 'full' ? false : outcome === 'empty' ? chance(random, 0.5) : true;
    const step = chance(random, 0.1) ? 20 * HOUR : 60 * SECOND;
    const joined = arrived + ordinal * step + between(random, 0, 3) * SECOND;
    const wait = {
      us: pick(random, [5, 15, 16, 20]) * SECOND + between(random, -1, 1),
      known: 'exact' as const,
    };
    return aVisit({
      visitId: `${callId}/${ordinal}`,
      callId,
      ordinal,
      queue: pick(random, ['q12351', 'qlegal']),
      outcome,
      entered,
      requested: { us: joined, known: 'exact' },
      joined: entered ? { us: joined, known: 'exact' } : null,
      wait: chance(random, 0.9) ? wait : null,
    });
  });
  const call = aCall(callId, arrived, {
    asked: visits.length > 0,
    outcome:
      visits.length > 0 ? 'not_answered' : pick(random, ['left_ivr', 'closed', 'lost', 'open'] as const),
    visitIds: visits.map(({ visitId }) => visitId),
  });
  await plantCall(opened.owner, pick(random, sources), call, visits);
}

/** What a log that is read late, or a rebuild, does to rows of days that are over. */
async function changedLate(random: Random): Promise<void> {
  const one = `(select id from call_visit order by md5(id::text || ${random()}) limit 1)`;
  const call = `(select id from call order by md5(id::text || ${random()}) limit 1)`;
  const statements = [
    `update call_visit set outcome = 'abandoned', wait_us = 4999999 where id = ${one}`,
    `update call_visit set counted_at = counted_at + interval '1 day', joined_at = joined_at + interval '1 day' where id = ${one}`,
    `update call_visit set call_id = null where id = ${one}`,
    `update call_visit set queue = 'qlegal' where id = ${one}`,
    `delete from call_visit where id = ${one}`,
    `update call set arrived_at = arrived_at - interval '1 hour' where id = ${call}`,
    `update call set outcome = 'closed' where id = ${call}`,
  ];
  if (chance(random, 0.3)) await planted(random);
  else await opened.owner.query(pick(random, statements));
}

const QUESTIONS: FigureQuestion[] = ['cn/', 'cn/44/'].flatMap((path) =>
  [
    { from: DAYS[0], to: DAYS[4] },
    { from: DAYS[1], to: DAYS[3] },
    { from: DAYS[2], to: DAYS[2] },
  ].flatMap(({ from = '', to = '' }) => [
    { path, from, to, per: 'calls' as const, queue: null },
    { path, from, to, per: 'visits' as const, queue: null },
    { path, from, to, per: 'visits' as const, queue: 'qlegal' },
  ]),
);

async function figures() {
  const found = [];
  for (const question of QUESTIONS) {
    const groups = await opened.work.read(WHOLE_TREE, (tx) =>
      new CallFigures().measure(tx, question, SPANS, 5),
    );
    const plain = groups.map(({ ended, entered, asked, short, subjects, arrived, provisional, counted }) => ({
      ...{ ended, entered, asked, short, subjects, arrived, provisional, counted },
    }));
    found.push({ question, groups: plain.map((group) => JSON.stringify(group)).sort() });
  }
  return found;
}

/** Every row of a column, page by page; each page lies behind the one before. */
async function rowsOf(question: FigureQuestion, column: Column | null): Promise<string[]> {
  const found: string[] = [];
  for (let after: { at: string; id: string } | null = null; ;) {
    const place: { at: string; id: string } | null = after;
    const page: SubjectRow[] = await opened.work.read(WHOLE_TREE, (tx) =>
      new CallRows().list(tx, {
        ...question,
        ...{ spans: [], side: 'all', column, shortAbandonS: 5, after: place, limit: 5 },
      }),
    );
    found.push(...page.map(({ at, id, ended }) => `${at.toISOString()} ${id} ${ended}`));
    const last = page.at(-1);
    if (page.length < 5 || !last) return found;
    after = { at: last.place, id: last.id };
  }
}

it.each([5, 6])(
  'rows are as many as their columns say, newest first, however much is tallied (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    for (let n = 0; n < 80; n += 1) await planted(random);
    const tally = new TallyDays(opened.work, new DayTallies());
    while (await tally.batch());
    for (let n = 0; n < 4; n += 1) await changedLate(random);
    for (const question of QUESTIONS) {
      const columns = columnsOf(
        await opened.work.read(WHOLE_TREE, (tx) => new CallFigures().measure(tx, question, SPANS, 5)),
      );
      for (const column of ['answered', 'short_abandoned', 'refused_empty', 'closed'] as const) {
        const found = await rowsOf(question, column);
        expect([question, column, found.length]).toEqual([question, column, columns[column]]);
        expect(found.map((one) => one.slice(0, 24))).toEqual(
          [...found]
            .map((one) => one.slice(0, 24))
            .sort()
            .reverse(),
        );
        expect(new Set(found).size).toBe(found.length);
      }
    }
  },
  90_000,
);

it.each([1, 2, 3])(
  'figures are those of the rows, however much is tallied and whatever changes later (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const tally = new TallyDays(opened.work, new DayTallies());
    for (let n = 0; n < 60; n += 1) await planted(random);
    for (let round = 0; round < 4; round += 1) {
      while (await tally.batch());
      const tallied = await figures();
      for (let n = 0; n < 4; n += 1) await changedLate(random);
      const mixed = await figures();
      await opened.owner.query('delete from call_day');
      expect(mixed).toEqual(await figures());
      if (round > 0) expect(mixed).not.toEqual(tallied);
    }
    const { rows } = await opened.owner.query('select count(*)::int as n from call_tally');
    expect(rows[0].n).toBeGreaterThan(20);
  },
  90_000,
);

it('leave a day alone that is not over, and take up what has changed', async () => {
  const random = seededRandom(4);
  await planted(random);
  const tally = new TallyDays(opened.work, new DayTallies());
  while (await tally.batch());
  const { rows } = await opened.owner.query(
    `select count(*)::int as n from call_day where day >= shanghai_day($1)`,
    [opened.clock.now()],
  );
  expect(rows[0].n).toBe(0);
  await opened.owner.query(`update call set arrived_at = arrived_at - interval '1 minute'`);
  const due = async () => (await opened.owner.query('select count(*)::int as n from call_day_due')).rows[0].n;
  expect(await due()).toBeGreaterThan(0);
  while (await tally.batch());
  expect(await due()).toBe(0);
});
