import pino from 'pino';
import { ClockStarter, RuleBook } from '@hotline/calendar';
import { ContactRows, TicketOpening } from '@hotline/intake';
import { Live, WHOLE_TREE } from '@hotline/kernel';
import type { FoldEvents } from '@hotline/metrics';
import { Places, UnitTree } from '@hotline/organization';
import { deriveState, IdentityStore, TicketClocks, TicketStore, Tokeniser } from '@hotline/ticket';
import { counting } from '../../../../test/support/counting.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { Seeder } from '../seed/seeder.js';
import { DemoHistory, type HistoryParts } from './history.js';

const DAYS = 3;
const log = pino({ level: 'silent' });
let opened: TestDatabase;
let parts: HistoryParts;
let tickets: number;
let fold: FoldEvents;

class NobodyListens extends Live {
  publish(): void {}
  subscribe(): () => void {
    return () => undefined;
  }
}

async function partsOf({ work, clock, sealing }: TestDatabase): Promise<HistoryParts> {
  const units = new UnitTree(work, log, new NobodyListens());
  const rules = new RuleBook(work, log);
  await units.refresh();
  await rules.refresh();
  const places = new Places();
  const clocks = new TicketClocks(new ClockStarter(rules));
  const contacts = new ContactRows(new IdentityStore(sealing), places);
  const opening = new TicketOpening(contacts, units, clocks, new Tokeniser());
  return { work, clock, units, places, rules, clocks, opening, contacts, troupe: null };
}

async function plantedAt(now: string): Promise<number> {
  opened = await testDatabase();
  opened.clock.set(now);
  await new Seeder(opened.work).plant(true);
  parts = await partsOf(opened);
  fold = counting(opened, parts.units, parts.rules, new NobodyListens()).events;
  return new DemoHistory(parts, log).plant(DAYS);
}

async function ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await opened.owner.query(sql, values)).rows as Row[];
}
const numberOf = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await ask<{ count: string }>(`select count(*) from ${sql}`, values))[0]?.count);

beforeAll(async () => {
  tickets = await plantedAt('2026-03-18T15:20:00+08:00');
}, 60_000);
afterAll(() => opened.close());

describe('the planted history', () => {
  it('is planted once', async () => {
    expect(tickets).toBeGreaterThan(100);
    expect(await new DemoHistory(parts, log).plant(DAYS)).toBe(0);
    expect(await numberOf('ticket')).toBe(tickets);
  });

  it.each([
    [
      'as many events as the version says, without a gap',
      `ticket t where (select array_agg(e.seq order by e.seq) from event e where e.ticket_id = t.id)
         is distinct from array(select generate_series(1, t.version))`,
    ],
    [
      'one unit in custody, the accountable one',
      `ticket t where (select array_agg(h.to_unit_id) from hop h where h.ticket_id = t.id and h.passed_at is null
         and h.returned_at is null and h.recalled_at is null) is distinct from array[t.accountable_unit_id]`,
    ],
    [
      'the earliest open clock as the next deadline',
      `ticket t where t.next_due_at is distinct from
         (select min(c.due_at) from clock c where c.ticket_id = t.id and c.stopped_at is null)`,
    ],
    [
      'the promise as the due date',
      `ticket t where not exists (select 1 from clock c where c.ticket_id = t.id and c.kind = 'promise' and c.due_at = t.due_at
         and c.started_at = t.opened_at and (c.stopped_at is null) = (t.closed_at is null))`,
    ],
    [
      'read access for every unit that had custody',
      `hop h where not exists (select 1 from ticket_access a where a.ticket_id = h.ticket_id and a.path = h.to_path)`,
    ],
    [
      'words to be found by',
      'ticket t where not exists (select 1 from ticket_search s where s.ticket_id = t.id)',
    ],
    ['its contact', 'ticket t where not exists (select 1 from contact c where c.ticket_id = t.id)'],
    [
      'no name when the worker is unknown',
      `ticket t where confidentiality = 'anonymous' and identity_id is not null`,
    ],
    ['nothing in the future', `event where at > timestamptz '2026-03-18 15:20:00+08'`],
    ['no braces left in its texts', `ticket where title || text ~ '[{}]'`],
  ])('gives every ticket %s', async (_, faults) => {
    expect(await numberOf(faults)).toBe(0);
  });

  it('leaves every ticket in the state its custody tells', async () => {
    const store = new TicketStore(new NobodyListens());
    const ids = await ask<{ id: string }>('select id from ticket');
    const astray = await opened.work.read(WHOLE_TREE, async (tx) => {
      const all = [];
      for (const { id } of ids) all.push(await store.read(tx, id));
      return all
        .filter((facts) => deriveState(facts) !== facts.state)
        .map(({ id, state }) => ({ id, state }));
    });
    expect(astray).toEqual([]);
  });

  it('gives the dispatcher a dozen tickets for different reasons', async () => {
    const found = await ask<{ reason: string; count: string }>(
      `select queue_reason as reason, count(*) from ticket where state = 'unclear' group by 1`,
    );
    expect(found.reduce((sum, { count }) => sum + Number(count), 0)).toBeGreaterThanOrEqual(12);
    expect(found.length).toBeGreaterThanOrEqual(4);
  });

  it.each(['440305', '510107', '430104', '110105'])(
    'gives the county %s yellow and red cards',
    async (code) => {
      const found = await ask<{ expected: string; red: boolean; yellow: boolean }>(
        `select t.turn_expected as expected, t.next_due_at < $2 as red, t.next_yellow_at <= $2 and t.next_due_at >= $2 as yellow
       from ticket t join unit u on u.id = t.turn_unit_id where u.code = $1`,
        [code, opened.clock.now()],
      );
      expect([...new Set(found.map(({ expected }) => expected))]).toEqual(
        expect.arrayContaining(['sign', 'report']),
      );
      expect([found.some(({ red }) => red), found.some(({ yellow }) => yellow)]).toEqual([true, true]);
    },
  );
});

// Deadlines that lie ahead are summed like the others; the reads leave them out by the clock.
const EVER = '2100-01-01';
const COUNTED = `select metric, sum(denominator)::int as denominator, sum(numerator)::int as numerator from metric_daily
  where unit_path = $1 and day < $2 group by 1 order by 1`;

/** Counted again from the rows people wrote, without events, facts or sums. */
const RECOUNTED = `
select metric, count(*)::int as denominator, count(*) filter (where hit)::int as numerator from (
  select 'connection' as metric, answered_at is not null as hit, started_at as at, unit_path as path from contact
    where channel = 'call' and outcome <> 'silent' and not (outcome = 'abandoned' and ended_at - started_at < interval '5 s')
  union all
  select 'on-time', closed_at is not null and closed_at <= c.original_due_at, c.original_due_at, path
    from ticket t join clock c on c.ticket_id = t.id and c.kind = 'promise'
  union all
  select 'on-time-extended', closed_at is not null and closed_at <= due_at, due_at, path from ticket
  union all
  select 'worker-satisfaction', b.handling_rating = 'satisfied', b.at, h.to_path from (
    select distinct on (ticket_id) * from call_back where handling_rating <> 'not-rated' order by ticket_id, at desc) b
    join lateral (select to_path from hop where ticket_id = b.ticket_id and sent_at < b.at order by seq desc limit 1) h on true
  union all
  select 'agent-satisfaction', call_rating = 'satisfied', started_at, unit_path from contact
    where call_rating <> 'not-rated'
  union all
  select 'agent-satisfaction', b.call_rating = 'satisfied', b.at, u.path from call_back b join unit u on u.id = b.unit_id
    where b.call_rating <> 'not-rated'
) told where starts_with(path, $1) and (at at time zone 'Asia/Shanghai')::date < $2 group by 1 order by 1`;

describe('the numbers of the history', () => {
  const everything = async () => ({
    facts: await ask('select * from metric_fact order by metric, subject_id'),
    sums: await ask('select * from metric_daily order by metric, day, unit_path'),
  });

  beforeAll(async () => {
    while ((await fold.run()) > 0);
  }, 60_000);

  it.each(['cn/', 'cn/44/', 'cn/44/4403/', 'cn/51/5101/510107/'])(
    'equal a naive recount at %s',
    async (path) => {
      const counted = await ask(COUNTED, [path, EVER]);
      expect(counted.length).toBeGreaterThan(0);
      expect(counted).toEqual(await ask(RECOUNTED, [path, EVER]));
    },
  );

  it('come out the same when everything is counted again', async () => {
    const before = await everything();
    await opened.work.run(WHOLE_TREE, (tx) => fold.rebuild(tx));
    expect(await everything()).toEqual(before);
    expect(await numberOf('unfolded_event')).toBe(0);
  });

  it('do not change when an event is folded twice', async () => {
    const before = await everything();
    await ask('insert into unfolded_event select id, at from event order by random() limit 400');
    expect(await fold.run()).toBe(400);
    expect(await everything()).toEqual(before);
  });
});

describe('planted at other moments', () => {
  it.each(['2026-11-22T02:10:00+08:00', '2026-10-03T11:00:00+08:00', '2027-01-04T09:05:00+08:00'])(
    'stands as well on %s',
    async (now) => {
      await opened.close();
      expect(await plantedAt(now)).toBeGreaterThan(90);
      expect(await numberOf(`ticket where state = 'unclear'`)).toBeGreaterThanOrEqual(12);
      expect(await numberOf('event where at > $1', [now])).toBe(0);
    },
    60_000,
  );
});
