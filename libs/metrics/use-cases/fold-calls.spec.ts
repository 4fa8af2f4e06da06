import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { RuleBook } from '@hotline/calendar';
import { Live } from '@hotline/kernel';
import { type Actor, UnitTree } from '@hotline/organization';
import { LineGaps, OwnNumbers } from '@hotline/telephony';
import { counting } from '../../../test/support/counting.js';
import {
  aCall,
  anEnded,
  plantCall,
  type PlantedSource,
  plantSource,
} from '../../../test/support/folded-calls.js';
import { testDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { NumberReads } from '../data/number-reads.js';
import { RowReads } from '../data/row-reads.js';
import { ListNumberRows } from './list-number-rows.js';
import { NumberUnit } from './number-unit.js';
import { ShowNumbers } from './show-numbers.js';

class NobodyListens extends Live {
  publish(): void {}
  subscribe(): () => void {
    return () => undefined;
  }
}

let opened: TestDatabase;
let parts: ReturnType<typeof counting>;
let show: ShowNumbers;
let list: ListNumberRows;
let source: PlantedSource;
const [nation, province, person] = [randomUUID(), randomUUID(), randomUUID()];
let serial = 0;

const ask = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await opened.owner.query(sql, values)).rows as Row[];

beforeEach(async () => {
  opened = await testDatabase();
  opened.clock.set('2026-03-10T12:00:00+08:00');
  for (const [id, code, level, parent, path] of [
    [nation, 'cn', 'national', null, 'cn/'],
    [province, '440000', 'province', nation, 'cn/44/'],
  ]) {
    await ask(
      `insert into unit (id, code, name, short_name, kind, level, parent_id, path) values ($1, $2, $2, $2, 'territorial', $3, $4, $5)`,
      [id, code, level, parent, path],
    );
  }
  await ask(
    `insert into account (id, name, display_name, password_hash, created_at) values ($1, 'admin', '管理员', 'x', now())`,
    [person],
  );
  const log = pino({ level: 'silent' });
  const live = new NobodyListens();
  const units = new UnitTree(opened.work, log, live);
  await units.refresh();
  parts = counting(opened, units, new RuleBook(opened.work, log), live);
  const asking = new NumberUnit(units, opened.clock);
  const reads = new NumberReads();
  show = new ShowNumbers(opened.work, asking, reads, parts.book, new LineGaps());
  list = new ListNumberRows(opened.work, asking, reads, new RowReads(), units, new OwnNumbers(opened.work));
  source = await plantSource(opened.owner, province, 'cn/44/');
});
afterEach(() => opened.close());

const us = (text: string): number => Date.parse(text) * 1_000;
const ended = async (at: string, outcome: Parameters<typeof anEnded>[2], seconds = 3): Promise<string> => {
  const { call, visits } = anEnded(`1700000000.${(serial += 1)}`, us(at), outcome, seconds);
  return plantCall(opened.owner, source, call, visits, { masked: '138****2046' });
};
const inTheMenu = (at: string): Promise<string> =>
  plantCall(
    opened.owner,
    source,
    aCall(`1700000000.${(serial += 1)}`, us(at), { asked: false, outcome: 'left_ivr' }),
    [],
  );

async function logged(
  at: string,
  answered = true,
  unit: [string, string] = [province, 'cn/44/'],
): Promise<string> {
  const [id, eventId] = [randomUUID(), randomUUID()];
  const outcome = answered ? 'answered' : 'abandoned';
  await ask(
    `insert into contact (id, no, channel, unit_id, unit_path, started_at, outcome, summary, created_at)
     values ($1, $2, 'call', $3, $4, $5, $6, '问社保', $5)`,
    [id, `C-${(serial += 1)}`, ...unit, at, outcome],
  );
  const facts = { channel: 'call', outcome, startedAt: at, answeredAt: answered ? at : null, endedAt: null };
  await ask(
    `insert into event (id, at, contact_id, seq, kind, unit_id, facts) values ($1, $2, $3, 1, 'contact-logged', $4, $5)`,
    [eventId, at, id, unit[0], JSON.stringify(facts)],
  );
  await ask('insert into unfolded_event (event_id, at) values ($1, $2)', [eventId, at]);
  return id;
}

async function settle(): Promise<void> {
  while ((await parts.events.run()) + (await parts.calls.run()) > 0);
}

const actor = (role: 'supervisor' | 'auditor' = 'supervisor'): Actor => ({
  accountId: person,
  name: 'one',
  displayName: 'One',
  memberships: [{ id: randomUUID(), role, unitId: nation, path: 'cn/' }],
});
const PERIOD = { from: '2026-03-01', to: '2026-03-10' };
async function connection(unitId = nation) {
  const { numbers } = await show.run(actor(), { unitId, ...PERIOD });
  const number = numbers.find(({ metric }) => metric === 'connection');
  if (!number?.telephone) throw new Error('no connection rate');
  const { numerator, denominator, excluded, telephone } = number;
  return {
    rate: `${numerator}/${denominator}`,
    source: telephone.source,
    arrived: `${telephone.ofArrived.numerator}/${telephone.ofArrived.denominator}`,
    inTime: `${telephone.inTime.numerator}/${telephone.inTime.denominator}`,
    beside: Object.fromEntries(excluded.map(({ code, count }) => [code, count])),
    changes: telephone.changes.map(({ day, letter, version, backwards }) => ({
      day,
      letter,
      version,
      backwards,
    })),
  };
}

describe('the connection rate', () => {
  it('comes from contacts where no telephone tells', async () => {
    await logged('2026-03-03T09:00:00+08:00');
    await logged('2026-03-03T09:10:00+08:00', false);
    await settle();
    expect(await connection()).toMatchObject({ rate: '1/2', source: 'contacts' });
  });

  it('comes from calls from the first call of the unit on, and says that the period mixes both', async () => {
    await logged('2026-03-03T09:00:00+08:00');
    await ended('2026-03-04T09:00:00+08:00', 'answered', 15);
    await ended('2026-03-04T09:01:00+08:00', 'answered', 20);
    await ended('2026-03-04T09:02:00+08:00', 'abandoned', 2);
    await ended('2026-03-04T09:03:00+08:00', 'limit', 45);
    await inTheMenu('2026-03-04T09:04:00+08:00');
    await logged('2026-03-04T10:00:00+08:00');
    await settle();
    expect(await connection()).toMatchObject({
      rate: '3/5',
      source: 'mixed',
      arrived: '2/5',
      inTime: '1/4',
      beside: { 'left-ivr': 1 },
    });
  });

  it('does not depend on which of the two was heard of first', async () => {
    await logged('2026-03-04T10:00:00+08:00');
    await settle();
    expect(await connection()).toMatchObject({ rate: '1/1', source: 'contacts' });
    await ended('2026-03-04T11:00:00+08:00', 'answered');
    await settle();
    expect(await connection()).toMatchObject({ rate: '2/2', source: 'mixed' });
    // a log read later tells of an earlier call: what was logged since then is the telephone's to tell
    await ended('2026-03-04T09:00:00+08:00', 'abandoned', 30);
    await settle();
    expect(await connection()).toMatchObject({ rate: '1/2', source: 'telephone' });
  });

  it('counts a call and the contact made from it once, also when a unit below logged it', async () => {
    const city = randomUUID();
    await ask(
      `insert into unit (id, code, name, short_name, kind, level, parent_id, path) values ($1, '440300', '深圳', '深圳', 'territorial', 'city', $2, 'cn/44/4403/')`,
      [city, province],
    );
    const contact = await logged('2026-03-05T09:00:00+08:00', true, [city, 'cn/44/4403/']);
    await settle();
    const call = await ended('2026-03-05T09:00:00+08:00', 'answered');
    await settle();
    expect((await connection()).rate).toBe('2/2');
    await ask('update call set contact_id = $2 where id = $1', [call, contact]);
    await settle();
    expect((await connection()).rate).toBe('1/1');
    const { items } = await list.run(actor(), {
      metric: 'connection',
      result: 'all',
      cursor: null,
      limit: 10,
      ...PERIOD,
    });
    expect(items).toMatchObject([
      { subjectId: call, call: { id: call, masked: '138****2046' }, title: '问社保' },
    ]);
    const { items: audited } = await list.run(actor('auditor'), {
      metric: 'connection',
      result: 'all',
      cursor: null,
      limit: 10,
      ...PERIOD,
    });
    expect(audited).toMatchObject([{ call: { masked: null }, title: '' }]);
  });

  it('follows a call whose end is known better later, and forgets one that is no more', async () => {
    const call = await ended('2026-03-05T09:00:00+08:00', 'abandoned', 2);
    await settle();
    expect(await connection()).toMatchObject({ rate: '0/1' });
    await ask(`update call_visit set outcome = 'answered', answered_at = left_at where call_id = $1`, [call]);
    await settle();
    expect(await connection()).toMatchObject({ rate: '1/1', inTime: '1/1' });
    await ask('delete from call_visit where call_id = $1', [call]);
    await ask('delete from call where id = $1', [call]);
    await settle();
    expect(await connection()).toMatchObject({ rate: '0/0', source: null });
  });

  it('waits for the end of a call', async () => {
    const call = await ended('2026-03-05T09:00:00+08:00', 'open', 0);
    await ask(`update call set outcome = 'open', ended_at = null where id = $1`, [call]);
    await settle();
    expect(await connection()).toMatchObject({ rate: '0/0' });
  });

  it('is counted by the formula of the day, and again with a mark when one reaches back', async () => {
    await ended('2026-03-05T09:00:00+08:00', 'answered');
    await ended('2026-03-05T09:01:00+08:00', 'abandoned', 30);
    await ended('2026-03-08T09:01:00+08:00', 'abandoned', 30);
    await inTheMenu('2026-03-08T09:02:00+08:00');
    await settle();
    expect(await connection()).toMatchObject({ rate: '1/3', changes: [] });
    await ask(
      `insert into call_formula (kind, version, unit_id, valid_from, numerator, denominator, short_abandon_s, backwards, reason,
         created_by, created_at) values ('connection_rate', 2, $1, '2026-03-08', '[{"part":"answered","sign":1}]',
         '[{"part":"arrived","sign":1}]', 5, true, '按呼入计', $2, now())`,
      [nation, person],
    );
    await ask('insert into uncounted_call (call_id) select id from call');
    await settle();
    expect(await connection()).toMatchObject({
      rate: '1/4',
      changes: [{ day: '2026-03-08', letter: 'B', version: 2, backwards: true }],
    });
  });

  it('comes out the same when the whole history is counted again', async () => {
    await logged('2026-03-03T09:00:00+08:00');
    await ended('2026-03-04T09:00:00+08:00', 'answered', 15);
    await inTheMenu('2026-03-04T09:04:00+08:00');
    await logged('2026-03-04T10:00:00+08:00');
    await settle();
    const before = await ask('select * from metric_daily order by metric, day, unit_path');
    await opened.work.run({ accountId: null, prefixes: ['cn/'] }, (tx) => parts.events.rebuild(tx));
    expect(await ask('select * from metric_daily order by metric, day, unit_path')).toEqual(before);
    expect(await connection()).toMatchObject({ rate: '2/2', source: 'mixed' });
  });

  it('goes back to what agents log when the sources of a unit are switched off', async () => {
    await ended('2026-03-04T09:00:00+08:00', 'answered');
    await settle();
    await ask('update telephony_source set enabled = false');
    await logged('2026-03-05T10:00:00+08:00');
    await settle();
    expect(await connection()).toMatchObject({ rate: '2/2', source: 'mixed' });
  });
});
