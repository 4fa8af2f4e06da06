import { WHOLE_TREE } from '@hotline/kernel';
import { FoldEvents } from '@hotline/metrics';
import { CaseHouse } from '../../../../../test/support/case-house.js';
import { type Person, startHotline } from '../../../../../test/support/hotline.js';
import { TestClock } from '../../../../../test/support/test-database.js';
import { HandClock } from '../hand-clock.js';
import { DemoHistory } from '../history.js';

const DAYS = 3;
let house: CaseHouse;
let misses: object[];

/** The whole product with a history that ends at that moment. */
async function planted(now: string): Promise<void> {
  const clock = new TestClock(new Date(now));
  const hotline = await startHotline({ workers: false, clock: new HandClock(clock), joined: true });
  house = await CaseHouse.around(hotline, clock);
  misses = [];
  const log = { info: () => undefined, warn: (miss: object) => void misses.push(miss) };
  await DemoHistory.from(hotline.nest, log as never).plant(DAYS);
}

const ask = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await house.owner.query(sql, values)).rows as Row[];

beforeAll(() => planted('2026-03-18T15:20:00+08:00'), 180_000);
afterAll(() => house.close());

describe('the scenes of the demo', () => {
  it('are all played to their end', () => expect(misses).toEqual([]));

  it('leave every ticket as the house wants it', async () => {
    for (const { id } of await ask<{ id: string }>('select id from ticket')) await house.check(id);
  }, 60_000);

  it.each(['event', 'hop', 'notice', 'clock', 'ticket_order', 'account', 'audit'])(
    'leave nothing of the future in %s',
    async (table) => {
      const column = { hop: 'sent_at', clock: 'started_at', account: 'created_at' }[table] ?? 'at';
      const sql = `select * from ${table} where ${column} > $1 and ${column} < now() - interval '1 day'`;
      expect(await ask(sql, [house.clock.now()])).toEqual([]);
    },
  );

  it('tell each ticket in the order of time', async () => {
    // Cards of the ladder and facts of the law stand beside the versions of a ticket, not in their row.
    const sql = `select ticket_id, seq from (select ticket_id, seq, at,
        lag(at) over (partition by ticket_id order by seq) as before from event
        where ticket_id is not null and kind not in ('ladder-stepped', 'legal-facts-saved')) told
      where before > at`;
    expect(await ask(sql)).toEqual([]);
  });
});

const CENSUS: readonly (readonly [string, string])[] = [
  ['a return raised by itself', 'request_raise r join return_request q on q.id = r.request_id'],
  ['a return granted', `return_request where decision = 'granted' and ruled_unit_id is not null`],
  ['a return refused', `return_request where decision = 'refused'`],
  ['an extension that waits', `ruling_request where kind = 'extension' and ruled_at is null`],
  [
    'an extension granted',
    `ruling_request r join clock_restatement s on s.subject_id = r.id where s.reason = 'extended'`,
  ],
  ['an extension refused', `ruling_request where kind = 'extension' and decision = 'refused'`],
  ['a pause that runs', 'pause where ended_at is null'],
  ['a pause that ended', `pause where ended_how = 'resumed'`],
  [
    'an exclusion by a second person',
    `ruling_request where kind = 'exclusion' and decision = 'granted' and ruled_by <> account_id`,
  ],
  ['an exclusion revoked', 'ruling_request where revoked_at is not null'],
  ['a withdrawal', `withdrawal w join ticket t on t.id = w.ticket_id where t.state = 'closed'`],
  [
    'a guidance elsewhere that is still to be told',
    `declination d join ticket t on t.id = d.ticket_id where t.state = 'call-back'`,
  ],
  ['a referral without a reply', 'referral where replied_at is null and ended_at is null'],
  ['a reply', 'referral where replied_at is not null'],
  ['work handed over', 'hand_over where tickets = 2'],
  ['a part reported', `support where ending = 'reported'`],
  ['a part waived', `support where ending = 'waived'`],
  ['a part insisted on', 'support where insisted_at is not null and ended_at is null'],
  [
    'a part of the other chain',
    `support s join unit u on u.id = s.unit_id where source = 'chain' and u.code = '110105'`,
  ],
  [
    'a part of the platform’s industry',
    `support s join unit u on u.id = s.unit_id where source = 'chain' and u.code = 'demoplatform'`,
  ],
  [
    'a part of the home province',
    `support s join unit u on u.id = s.unit_id where source = 'home-province' and u.code = '440000'`,
  ],
  [
    'a hop to the employer’s union with consent',
    `hop h join unit u on u.id = h.to_unit_id where u.code = 'demoplant1'`,
  ],
  ['a hop turned away from it', `hop where explanation->>'text' like '%职工未同意%'`],
  ['a consent refused', 'identity_consent where not agreed'],
  ['a person recused', 'recusal where account_id is not null'],
  [
    'a unit recused',
    `recusal r join ticket t on t.id = r.ticket_id join unit u on u.id = t.accountable_unit_id where r.unit_id is not null and u.code = '440300'`,
  ],
  ['an urge for the worker', `ticket_order where kind = 'urge' and source = 'worker'`],
  [
    'an order overdue',
    `ticket_order where kind = 'supervise' and answered_at is null and ended_at is null and due_at < '2026-03-18 15:20+08'`,
  ],
  [
    'an order open',
    `ticket_order where kind = 'supervise' and answered_at is null and ended_at is null and due_at > '2026-03-18 15:20+08'`,
  ],
  ['an order ended', `ticket_order where kind = 'supervise' and ended_at is not null`],
  ['a ticket raised by the ladder', `ladder_step where step = 'raise' and outcome = 'done'`],
  [
    'a yellow card, an urge, a red card and an order in their turn',
    `(select hop_id from ladder_step where outcome = 'done' group by hop_id, unit_id having count(*) >= 4) stage`,
  ],
  ['a ladder taken over', 'ladder_run where taken_over_at is not null'],
  ['a call to 110', `emergency where service = '110' and called_at is not null`],
  ['a receipt read', 'leader_receipt where read_at is not null'],
  ['a receipt unread', 'leader_receipt where read_at is null and passed_on_at is null'],
  ['a receipt passed on', 'leader_receipt where passed_on_at is not null'],
  ['a specialist seat', 'specialist_transfer'],
  ['a mention read', 'note_mention where read_at is not null'],
  ['a mention unread', 'note_mention where read_at is null'],
  ['a ticket taken out of its group', 'ticket_group_member where unlinked_at is not null'],
  [
    'flags at three, five and ten',
    '(select employer_key from group_flag group by 1 having count(distinct level) = 3 and count(distinct raised_at) = 3) flagged',
  ],
  ['a ticket archived by hand', `event where kind = 'ticket-archived' and facts->>'by' = 'person'`],
  ['a petition accepted', `petition where stage = 'accepted'`],
  ['facts of the law', 'legal_fact'],
  ['a calendar version nobody has published', 'calendar_draft'],
  ['a provisional deadline', 'clock where provisional and stopped_at is null'],
];

describe('of every kind of record', () => {
  it.each(CENSUS)('there is %s', async (_, from) => {
    expect(Number((await ask<{ count: string }>(`select count(*) from ${from}`))[0]?.count)).toBeGreaterThan(
      0,
    );
  });
});

const people = new Map<string, Person>();
async function listed(name: string, path: string): Promise<unknown> {
  const person = people.get(name) ?? (await house.hotline.as(name));
  people.set(name, person);
  const response = await person.raw(path);
  if (!response.ok) throw new Error(`${name} ${path}: ${response.status}`);
  return response.json();
}
const itemsOf = (answer: unknown): unknown[] => {
  const { items, versions, faults } = answer as Record<
    'items' | 'versions' | 'faults',
    unknown[] | undefined
  >;
  return Array.isArray(answer) ? answer : (items ?? versions ?? faults ?? []);
};

describe('somebody who signs in finds', () => {
  it.each([
    ...['handler-nanshan', 'handler-wuhou', 'handler-yuelu', 'handler-chaoyang'].flatMap((name) => [
      [name, '/api/tickets?view=mine-to-do'],
      [name, '/api/tickets?view=supporting'],
      [name, '/api/duties?kind=support'],
      [name, '/api/orders?side=received'],
      [name, '/api/notices'],
    ]),
    ...['sz', 'cd', 'cs', 'bj'].flatMap((tail) => [
      [`handler-${tail}`, '/api/tickets?view=mine-to-do'],
      [`supervisor-${tail}`, '/api/duties?kind=extension-ruling'],
      [`supervisor-${tail}`, '/api/orders?side=given'],
    ]),
    ...['gd', 'sc', 'hn'].map((tail) => [`supervisor-${tail}`, '/api/orders?side=below']),
    ['handler-gd', '/api/tickets?view=supporting'],
    ['handler-gd', '/api/duties?kind=support'],
    ['supervisor-yuelu', '/api/orders?side=received&state=overdue'],
    ['supervisor-yuelu', '/api/duties?kind=receipt'],
    ['supervisor-sz', '/api/orders?side=given&state=open'],
    ['supervisor-nanshan', '/api/duties?kind=petition'],
    ['handler-nanshan', '/api/duties?kind=referral'],
    ['handler-nanshan', '/api/groups'],
    ['supervisor-nanshan', '/api/group-flags'],
    ['supervisor', '/api/group-flags'],
    ['agent', '/api/tickets?view=call-back'],
    ['agent-gd', '/api/tickets?view=call-back'],
    ['dispatcher', '/api/tickets?view=unclear&queueReason=employer-conflict'],
    ['dispatcher', '/api/catalogue/drafts'],
    ['dispatcher', '/api/catalogue/proposals?state=refused'],
    ['supervisor', '/api/orders?side=below&state=overdue'],
    ['admin', '/api/catalogue?limit=3'],
    ['admin', '/api/provisional-clocks?calendarId=ningxia'],
    ['admin', '/api/restatements?reason=extended'],
    ['admin', '/api/limits/versions'],
    ['admin', '/api/unit-changes'],
    ['auditor', '/api/audit?action=work-handed-over'],
  ])('%s: %s', async (name, path) => {
    expect(itemsOf(await listed(name ?? '', path ?? '')).length).toBeGreaterThan(0);
  });

  it('a draft with a fault and a dry run to its end', async () => {
    const drafts = itemsOf(await listed('admin', '/api/catalogue/drafts')) as { id: string }[];
    const faults = await Promise.all(
      drafts.map(({ id }) => listed('admin', `/api/catalogue/drafts/${id}/check`)),
    );
    expect(faults.map((answer) => itemsOf(answer).length).sort()).toContain(1);
    expect(
      await ask(`select 1 from catalogue_dry_run where state = 'finished' and changed > 0`),
    ).toHaveLength(1);
  });

  it('a reorganisation done and one prepared', async () => {
    const changes = itemsOf(await listed('admin', '/api/unit-changes')) as { state: string; kind: string }[];
    expect(changes.map(({ state, kind }) => `${kind} ${state}`).sort()).toEqual([
      'move draft',
      'rename done',
    ]);
  });

  it.each(['cn', '440305', '510107', '430104', '110105', '440300', '110000'])(
    'a leader on duty in %s',
    async (code) => {
      const [unit] = await ask<{ id: string }>('select id from unit where code = $1', [code]);
      const answer = await listed('supervisor', `/api/units/${unit?.id}/duty-leader`);
      expect(JSON.stringify(answer)).toMatch(/"(?:name|displayName|leader)":"[^"]+"/);
    },
  );
});

describe('the numbers', () => {
  it('come out the same when everything is counted again', async () => {
    const fold = house.get(FoldEvents);
    while ((await fold.run()) > 0);
    const sums = () => ask('select * from metric_daily order by metric, day, unit_path');
    const before = await sums();
    await house.work.run(WHOLE_TREE, (tx) => fold.rebuild(tx));
    expect(before.length).toBeGreaterThan(0);
    expect(await sums()).toEqual(before);
  }, 60_000);
});

describe('played at other moments', () => {
  it.each(['2026-11-22T02:10:00+08:00', '2026-10-03T11:00:00+08:00', '2027-01-04T09:05:00+08:00'])(
    'they stand as well on %s',
    async (now) => {
      people.clear();
      await house.close();
      await planted(now);
      expect(misses).toEqual([]);
      expect(await ask('select * from event where at > $1', [house.clock.now()])).toEqual([]);
    },
    180_000,
  );
});
