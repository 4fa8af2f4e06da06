import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { RuleBook } from '@hotline/calendar';
import { Live } from '@hotline/kernel';
import { type Actor, type Role, UnitTree } from '@hotline/organization';
import { LineGaps, OwnNumbers } from '@hotline/telephony';
import { counting } from '../../../test/support/counting.js';
import { plantSource } from '../../../test/support/folded-calls.js';
import { testDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { DailyStore } from '../data/daily-store.js';
import { NumberReads } from '../data/number-reads.js';
import { RowReads } from '../data/row-reads.js';
import { SnapshotReads } from '../data/snapshot-reads.js';
import { UnitSums } from '../data/unit-sums.js';
import type { FoldEvents } from './fold-events.js';
import { FreezeDays } from './freeze-days.js';
import { ListNumberRows } from './list-number-rows.js';
import { ListRestatedDays } from './list-restated-days.js';
import { ListTiles } from './list-tiles.js';
import { NumberUnit } from './number-unit.js';
import { ShowNumbersByChild } from './show-numbers-by-child.js';
import { ShowNumbers } from './show-numbers.js';

class NobodyListens extends Live {
  publish(): void {}
  subscribe(): () => void {
    return () => undefined;
  }
}

const UNITS = [
  ['cn', 'cn/', 'national', null],
  ['440000', 'cn/44/', 'province', 'cn'],
  ['440300', 'cn/44/4403/', 'city', '440000'],
  ['440305', 'cn/44/4403/440305/', 'county', '440300'],
  ['510000', 'cn/51/', 'province', 'cn'],
] as const;
type Code = (typeof UNITS)[number][0];
const ids = new Map<Code, string>(UNITS.map(([code]) => [code, randomUUID()]));
const idOf = (code: Code): string => ids.get(code) ?? '';
const pathOf = (code: Code): string => UNITS.find(([one]) => one === code)?.[1] ?? '';

let opened: TestDatabase;
let fold: FoldEvents;
let freeze: FreezeDays;
let show: ShowNumbers;
let byChild: ShowNumbersByChild;
let tiles: ListTiles;
let list: ListNumberRows;
let restatedDays: ListRestatedDays;
let serial = 0;

const ask = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await opened.owner.query(sql, values)).rows as Row[];

beforeEach(async () => {
  opened = await testDatabase();
  opened.clock.set('2026-03-10T12:00:00+08:00');
  for (const [code, path, level, parent] of UNITS) {
    await ask(
      `insert into unit (id, code, name, short_name, kind, level, region_code, parent_id, path)
       values ($1, $2, $2, $2, 'territorial', $3, nullif($2, 'cn'), $4, $5)`,
      [idOf(code), code, level, parent && idOf(parent), path],
    );
  }
  const { work, clock } = opened;
  const log = pino({ level: 'silent' });
  const units = new UnitTree(work, log, new NobodyListens());
  const rules = new RuleBook(work, log);
  await units.refresh();
  const parts = counting(opened, units, rules, new NobodyListens());
  fold = parts.events;
  freeze = new FreezeDays(work, new DailyStore());
  const asking = new NumberUnit(units, clock);
  const reads = new NumberReads();
  const sums = new UnitSums(reads);
  show = new ShowNumbers(work, asking, reads, parts.book, new LineGaps());
  byChild = new ShowNumbersByChild(work, asking, reads, sums);
  tiles = new ListTiles(work, asking, reads, sums);
  list = new ListNumberRows(work, asking, reads, new RowReads(), units, new OwnNumbers(work));
  restatedDays = new ListRestatedDays(work, asking, new SnapshotReads());
});
afterEach(() => opened.close());

function actor(code: Code, role: Role = 'supervisor'): Actor {
  const membership = { id: randomUUID(), role, unitId: idOf(code), path: pathOf(code) };
  return { accountId: randomUUID(), name: 'one', displayName: 'One', memberships: [membership] };
}

async function event(
  about: 'ticket' | 'contact',
  id: string,
  seq: number,
  kind: string,
  code: Code,
  at: string,
  facts = {},
) {
  const eventId = randomUUID();
  await ask(
    `insert into event (id, at, ${about}_id, seq, kind, unit_id, facts) values ($1, $2, $3, $4, $5, $6, $7)`,
    [eventId, at, id, seq, kind, idOf(code), JSON.stringify(facts)],
  );
  await ask('insert into unfolded_event (event_id, at) values ($1, $2)', [eventId, at]);
}

/** A call to the centre of this unit; unanswered when `answered` is false. */
async function call(code: Code, at: string, answered = true): Promise<void> {
  const id = randomUUID();
  const outcome = answered ? 'answered' : 'abandoned';
  await ask(
    `insert into contact (id, no, channel, unit_id, unit_path, started_at, outcome, summary, created_at)
     values ($1, $2, 'call', $3, $4, $5, $6, '问社保', $5)`,
    [id, `C-${(serial += 1)}`, idOf(code), pathOf(code), at, outcome],
  );
  const facts = { channel: 'call', outcome, startedAt: at, answeredAt: answered ? at : null, endedAt: null };
  await event('contact', id, 1, 'contact-logged', code, at, facts);
}

/** A ticket that lies with this unit, promised for `due`. */
async function ticket(code: Code, openedAt: string, due: string, closedAt?: string): Promise<string> {
  const id = randomUUID();
  const state = closedAt ? 'closed' : 'handling';
  await ask(
    `insert into ticket (id, no, state, kind, field, difficulty, urgency, confidentiality, title, text, intake_unit_id,
       accountable_unit_id, path, turn_unit_id, due_at, opened_at, updated_at, closed_at,
       next_due_at)
     values ($1, $2, $3, 'complaint', 'pay', 'general', 'general', 'open', '拖欠工资', '…', $4, $5, $6, $7, $8, $9, $9, $10,
       case when $10::timestamptz is null then $8::timestamptz end)`,
    [
      id,
      `T-${(serial += 1)}`,
      state,
      idOf('cn'),
      idOf(code),
      pathOf(code),
      closedAt ? null : idOf(code),
      due,
      openedAt,
      closedAt ?? null,
    ],
  );
  await ask(
    `insert into clock (id, ticket_id, kind, unit_id, started_at, yellow_at, due_at, original_due_at, calendar_version,
       limit_id, limit_amount, limit_unit)
     values ($1, $2, 'promise', $3, $4, $4, $5, $5, 1, 'promise-general', 5, 'working-days')`,
    [randomUUID(), id, idOf('cn'), openedAt, due],
  );
  await ask(
    `insert into hop (id, ticket_id, seq, to_unit_id, to_path, sent_at, explanation) values ($1, $2, 1, $3, $4, $5, '{}')`,
    [randomUUID(), id, idOf(code), pathOf(code), openedAt],
  );
  await event('ticket', id, 1, 'ticket-opened', 'cn', openedAt, {});
  if (closedAt) await event('ticket', id, 2, 'ticket-closed', 'cn', closedAt, {});
  return id;
}

async function foldAll(): Promise<void> {
  while ((await fold.run()) > 0);
}

const PERIOD = { from: '2026-03-01', to: '2026-03-10' };

/** Five deadlines below Shenzhen: three met, one missed and open, one ahead this afternoon; one open in Sichuan. */
async function fiveDeadlines(): Promise<void> {
  await ticket('440305', '2026-03-02T09:00+08:00', '2026-03-09T17:30+08:00', '2026-03-04T11:00+08:00');
  await ticket('440305', '2026-03-02T09:00+08:00', '2026-03-09T17:30+08:00', '2026-03-09T17:30+08:00');
  await ticket('440300', '2026-03-03T09:00+08:00', '2026-03-10T09:00+08:00', '2026-03-10T08:50+08:00');
  await ticket('440305', '2026-03-02T09:00+08:00', '2026-03-09T17:30+08:00');
  await ticket('440305', '2026-03-03T15:00+08:00', '2026-03-10T17:30+08:00');
  await ticket('510000', '2026-03-02T09:00+08:00', '2026-03-09T17:30+08:00');
  await foldAll();
}

const onTimeOf = async (code: Code, who: Actor = actor('cn')) => {
  const view = await show.run(who, { unitId: idOf(code), ...PERIOD });
  const number = view.numbers.find(({ metric }) => metric === 'on-time');
  return { ...number, openOverdue: view.openOverdue, median: view.medianWorkingDays };
};

it('names when a line of the unit was not heard, in the period alone', async () => {
  const source = await plantSource(opened.owner, idOf('440000'), pathOf('440000'));
  const hole = (from: string, to: string | null, mended: string | null) =>
    ask('insert into feed_gap (source_id, from_at, to_at, mended_at) values ($1, $2, $3, $4)', [
      source.id,
      from,
      to,
      mended,
    ]);
  await hole('2026-03-09T09:00:00+08:00', '2026-03-09T12:30:00+08:00', null);
  await hole('2026-03-08T09:00:00+08:00', '2026-03-08T09:10:00+08:00', '2026-03-08T10:00:00+08:00');
  await hole('2026-03-01T09:00:00+08:00', '2026-03-01T09:10:00+08:00', null);
  const question = { from: '2026-03-08', to: '2026-03-10' };
  const { gaps } = await show.run(actor('440000'), question);
  expect(gaps.map(({ mended }) => mended)).toEqual([false, true]);
  expect((await show.run(actor('510000'), question)).gaps).toEqual([]);
});

describe('deadlines', () => {
  it('count up to now, with everything below the unit', async () => {
    await fiveDeadlines();
    const { numerator, denominator, rate, excluded, openOverdue, median } = await onTimeOf('440300');
    expect({ numerator, denominator, rate, openOverdue, median }).toEqual({
      numerator: 3,
      denominator: 4,
      rate: 75,
      openOverdue: 1,
      median: 5,
    });
    expect(excluded).toEqual([{ code: 'not-yet-due', zh: '未到期', en: 'Not yet due', count: 1 }]);
    expect(await onTimeOf('cn')).toMatchObject({ numerator: 3, denominator: 5, openOverdue: 2 });
  });

  it('fall due without an event', async () => {
    await fiveDeadlines();
    opened.clock.set('2026-03-10T17:31:00+08:00');
    expect(await onTimeOf('440300')).toMatchObject({
      numerator: 3,
      denominator: 5,
      excluded: [],
      openOverdue: 2,
    });
    opened.clock.set('2026-03-11T08:00:00+08:00');
    expect(await onTimeOf('440300')).toMatchObject({
      numerator: 3,
      denominator: 5,
      excluded: [],
      openOverdue: 2,
    });
  });

  it('add up by child', async () => {
    await fiveDeadlines();
    const provinces = await byChild.run(actor('cn'), PERIOD);
    expect(
      provinces.map(({ unit, due, onTime, openOverdue }) => [unit.code, due, onTime, openOverdue]),
    ).toEqual([
      ['440000', 4, 3, 1],
      ['510000', 1, 0, 1],
    ]);
    const [county] = await byChild.run(actor('440000'), { unitId: idOf('440300'), ...PERIOD });
    expect(county).toMatchObject({ due: 3, onTime: 2, hasChildren: false });
  });

  it('stand on the tiles, where the reader may see them', async () => {
    await fiveDeadlines();
    const shown = (await tiles.run(actor('440000'), 'on-time', PERIOD)).filter(({ unit }) => unit);
    expect(
      shown.map(({ regionCode, numerator, denominator }) => [regionCode, numerator, denominator]),
    ).toEqual([['440000', 3, 4]]);
    const all = await tiles.run(actor('cn'), 'on-time', PERIOD);
    expect([all.length, all.filter(({ row }) => row !== null).length]).toEqual([39, 34]);
  });

  it('move with the ticket', async () => {
    const id = await ticket('440305', '2026-03-02T09:00+08:00', '2026-03-09T17:30+08:00');
    await foldAll();
    await ask('update hop set passed_at = now() where ticket_id = $1', [id]);
    await ask(
      `insert into hop (id, ticket_id, seq, to_unit_id, to_path, sent_at, explanation) values ($1, $2, 2, $3, $4, $5, '{}')`,
      [randomUUID(), id, idOf('510000'), pathOf('510000'), '2026-03-04T09:00+08:00'],
    );
    await event('ticket', id, 2, 'hop-sent', '510000', '2026-03-04T09:00+08:00');
    await foldAll();
    expect(await onTimeOf('440000')).toMatchObject({ denominator: 0, rate: null });
    expect(await onTimeOf('510000')).toMatchObject({ denominator: 1, rate: 0 });
  });
});

describe('rows', () => {
  const rowsOf = (
    result: 'all' | 'hit' | 'miss' | 'excluded' | 'open-overdue',
    cursor: string | null = null,
    limit = 50,
  ) =>
    list.run(actor('440000'), {
      metric: 'on-time',
      unitId: idOf('440000'),
      ...PERIOD,
      result,
      cursor,
      limit,
    });

  it.each(['all', 'hit', 'miss', 'excluded', 'open-overdue'] as const)(
    '%s: as many as the number says',
    async (result) => {
      await fiveDeadlines();
      const { counts, items } = await rowsOf(result);
      expect(counts).toEqual({ all: 4, hit: 3, miss: 1, excluded: 1, 'open-overdue': 1 });
      expect(items).toHaveLength(counts[result]);
    },
  );

  it('go on where the page ended, newest first', async () => {
    await fiveDeadlines();
    const first = await rowsOf('all', null, 3);
    const second = await rowsOf('all', first.nextCursor, 3);
    const times = [...first.items, ...second.items].map(({ at }) => at.getTime());
    expect(new Set([...first.items, ...second.items].map(({ subjectId }) => subjectId)).size).toBe(4);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(second.nextCursor).toBeNull();
  });

  it('say what a ticket is about only to those who work with tickets', async () => {
    await fiveDeadlines();
    const order = { metric: 'on-time', ...PERIOD, result: 'excluded', cursor: null, limit: 5 } as const;
    const [handled] = (await list.run(actor('440000'), order)).items;
    expect(handled).toMatchObject({ title: '拖欠工资', result: 'not-yet-due', reason: '未到期' });
    const [audited] = (await list.run(actor('440000', 'auditor'), order)).items;
    expect(audited).toMatchObject({ title: '', no: handled?.no });
  });

  it.each(['nonsense', Buffer.from('2026-03-01T00:00:00Z x').toString('base64url')])(
    'refuse the cursor %s',
    async (cursor) => {
      await expect(rowsOf('all', cursor)).rejects.toMatchObject({
        refusal: { code: 'invalid-input', field: 'cursor' },
      });
    },
  );
});

describe('calls', () => {
  it('count by the day and hour of the call, in Shanghai', async () => {
    await call('440000', '2026-03-01T23:59:59+08:00');
    await call('440000', '2026-03-02T00:00:00+08:00');
    await call('440000', '2026-03-02T09:30:00+08:00', false);
    await foldAll();
    const view = await show.run(actor('440000'), PERIOD);
    const [connection] = view.numbers;
    expect(connection).toMatchObject({
      metric: 'connection',
      numerator: 2,
      denominator: 3,
      rate: 66.67,
      target: 95,
    });
    expect(connection?.trend.slice(0, 2).map(({ denominator }) => denominator)).toEqual([1, 2]);
    expect(view.callHours).toEqual([
      { weekday: 1, hour: 0, calls: 1, answered: 1 },
      { weekday: 1, hour: 9, calls: 1, answered: 0 },
      { weekday: 7, hour: 23, calls: 1, answered: 1 },
    ]);
  });
});

describe('asking', () => {
  it.each<[string, Code, Code]>([
    ['a sibling', '510000', '440000'],
    ['the unit above', '440300', '440000'],
  ])('shows nothing of %s', async (_, own, asked) => {
    const question = { unitId: idOf(asked), ...PERIOD };
    const refused = { refusal: { code: 'not-found' } };
    await expect(show.run(actor(own), question)).rejects.toMatchObject(refused);
    await expect(byChild.run(actor(own), question)).rejects.toMatchObject(refused);
  });
});

describe('freezing', () => {
  it('keeps what a day said; later changes show as the difference', async () => {
    await call('440000', '2026-03-09T10:00:00+08:00');
    expect(await freeze.run()).toBe(0);
    await foldAll();
    expect(await freeze.run()).toBe(2);
    await call('440000', '2026-03-09T11:00:00+08:00', false);
    await foldAll();
    expect(await freeze.run()).toBe(0);
    const restated = await ask(
      `select d.denominator - s.denominator as denominator, d.numerator - s.numerator as numerator
       from metric_snapshot s join metric_daily d using (metric, day, unit_id) where d.unit_path = 'cn/'`,
    );
    expect(restated).toEqual([{ denominator: 1, numerator: 0 }]);
    const shown = await restatedDays.run(actor('440000'), 'connection', PERIOD);
    expect(shown.frozenBy).toEqual([{ definitionVersion: 2, from: '2026-03-09', to: '2026-03-09', days: 1 }]);
    expect(shown.days).toMatchObject([
      {
        day: '2026-03-09',
        comparable: true,
        frozen: { numerator: 1, denominator: 1, rate: 100, definitionVersion: 2 },
        now: { numerator: 1, denominator: 2, rate: 50 },
      },
    ]);
    // The city had nothing to count on that day, and still has not.
    expect((await restatedDays.run(actor('440300'), 'connection', PERIOD)).days).toEqual([]);
  });
});
