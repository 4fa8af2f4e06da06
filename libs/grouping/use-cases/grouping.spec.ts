import { CloseTicket, RecordCallBack } from '@hotline/follow-up';
import { LogWorkerContact, ReportHop, ReviewReport, SignHop } from '@hotline/handling';
import type { OpeningInput } from '@hotline/intake';
import type { Actor } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { FlagSweep } from '../jobs/flag-sweep.js';
import { GroupSweep } from '../jobs/group-sweep.js';
import { LinkTicket } from './link-ticket.js';
import { ShowGroups } from './show-groups.js';
import { UnlinkTicket } from './unlink-ticket.js';

let house: CaseHouse;
let agent: Actor;
let nanshan: Actor;
let shenzhen: Actor;
let guangdong: Actor;
let nation: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T09:00:00+08:00');
  agent = await house.actor(['agent', 'cn']);
  nanshan = await house.actor(['handler', '440305']);
  shenzhen = await house.actor(['handler', '440300']);
  guangdong = await house.actor(['handler', '440000']);
  nation = await house.actor(['handler', 'cn']);
}, 60_000);
afterAll(() => house.close());

const MASS = { kind: 'mass', reason: '同一工地同一班组' } as const;
let serial = 0;
/** Every case has a caller of its own. */
const opened = (change: Partial<OpeningInput> = {}) => {
  serial += 1;
  const phone = `138${String(10_000_000 + serial)}`;
  return house.arrived({ worker: { name: '赵某明', phone }, ...change }, agent);
};
const link = async (id: string, masterTicketId: string, actor = nanshan) =>
  house.get(LinkTicket).run(actor, id, await house.version(id), { ...MASS, masterTicketId });
const unlink = async (id: string, actor = nanshan) =>
  house.get(UnlinkTicket).run(actor, id, await house.version(id), '并错了');
const sweep = () => house.get(GroupSweep).sweep();
const sign = async (id: string) => house.get(SignHop).run(nanshan, id, await house.version(id));

async function reported(id: string): Promise<void> {
  await sign(id);
  const contact = { means: 'call', reached: true, note: '已联系' } as const;
  await house.get(LogWorkerContact).run(nanshan, id, await house.version(id), contact);
  await house.get(ReportHop).run(nanshan, id, await house.version(id), {
    outcome: 'negotiated',
    amountRecovered: '12600.00',
    peopleHelped: 3,
    narrative: '工资已全部发放。',
    workerContactId: null,
    attachmentIds: [],
  });
  for (const reviewer of [shenzhen, guangdong, nation]) {
    const accept = { decision: 'accept', reason: null } as const;
    await house.get(ReviewReport).run(reviewer, id, await house.version(id), accept);
  }
}

describe('a link', () => {
  it('moves nothing: the ticket keeps its unit and its promise, and waits for the master', async () => {
    const [master, member] = [await opened(), await opened()];
    const before = await house.facts(member);
    await link(member, master);
    const after = await house.check(member);
    expect([after.state, after.turn?.expected, after.accountable]).toEqual([
      'grouped',
      'follow-master',
      before.accountable,
    ]);
    expect(after.openClocks.map((clock) => [clock.kind, clock.dueAt])).toEqual(
      before.openClocks.filter((clock) => clock.kind === 'promise').map((clock) => [clock.kind, clock.dueAt]),
    );
    expect(after.hops).toEqual(before.hops);
    expect((await house.check(master)).state).toBe('dispatched');
    expect(await refusalOf(sign(member))).toBe('wrong-state');
  });

  it.each<['before signing' | 'after signing']>([['before signing'], ['after signing']])(
    'taken back %s restores state, turn and deadlines',
    async (when) => {
      const [master, member] = [await opened(), await opened()];
      if (when === 'after signing') await sign(member);
      const before = await house.facts(member);
      await link(member, master);
      house.clock.set(new Date(house.clock.now().getTime() + 3_600_000).toISOString());
      await unlink(member);
      const after = await house.check(member);
      const compared = ({
        state,
        turn,
        openClocks,
        hops,
        accountable,
        dueAt,
        queueReason,
      }: typeof before) => ({
        state,
        turn,
        hops,
        accountable,
        dueAt,
        queueReason,
        clocks: openClocks.map((clock) => [clock.id, clock.dueAt]).sort(),
      });
      expect(compared(after)).toEqual(compared(before));
      expect([after.group, after.version]).toEqual([null, before.version + 2]);
    },
  );

  it('refuses itself, one that follows, one that has ended, one out of sight, and a second link', async () => {
    const [master, member, third] = [await opened(), await opened(), await opened()];
    expect(await refusalOf(link(member, member))).toBe('wrong-master masterTicketId');
    await link(member, master);
    expect(await refusalOf(link(third, member))).toBe('wrong-master masterTicketId');
    expect(await refusalOf(link(member, third))).toBe('wrong-state');
    expect(await refusalOf(link(master, third))).toBe('already-linked');
    const hidden = await opened({ places: { workplace: { code: '430104' } } });
    expect(await refusalOf(link(third, hidden))).toBe('wrong-master masterTicketId');
    expect(await refusalOf(link(third, master, await house.actor(['handler', '440306'])))).toBe('not-found');
  });

  it('in opposite directions at the same time: one wins, nobody waits for ever', async () => {
    const [one, two] = [await opened(), await opened()];
    const answers = await Promise.all([refusalOf(link(one, two)), refusalOf(link(two, one))]);
    expect(answers.sort()).toEqual([
      'allowed',
      expect.stringMatching(/^(already-linked|wrong-master|wrong-state|stale-version)/),
    ]);
    for (const id of [one, two]) await house.check(id);
  });
});

describe('one handling effort', () => {
  it('informs every caller: when the master is accepted, each linked ticket goes to its own call-back', async () => {
    const [master, second, third] = [await opened(), await opened(), await opened()];
    await link(second, master);
    await link(third, master);
    await sweep();
    expect((await house.facts(second)).state).toBe('grouped');
    await reported(master);
    await Promise.all([sweep(), sweep()]);
    for (const id of [second, third]) {
      const facts = await house.check(id);
      expect([facts.state, facts.turn?.unit.id]).toEqual(['call-back', facts.intake.id]);
    }
    const said = {
      reached: true,
      notReachedReason: null,
      solved: 'yes',
      handlingRating: 'satisfied',
    } as const;
    const answer = { ...said, callRating: 'satisfied', reason: null, note: null } as const;
    house.clock.advance(1_000);
    await house.get(RecordCallBack).run(agent, second, await house.version(second), answer);
    await house.get(CloseTicket).run(agent, second, await house.version(second), null);
    expect((await house.check(second)).state).toBe('closed');
    expect((await house.check(third)).state).toBe('call-back');
    const shown = await house.get(ShowGroups).ofTicket(nanshan, master);
    expect([shown.group?.members, shown.group?.people, shown.members.map((one) => one.master)]).toEqual([
      3,
      3,
      [true, false, false],
    ]);
  });

  it('goes on without the master: when it ends unreported, the oldest linked ticket leads the others', async () => {
    const [master, second, third] = [await opened(), await opened(), await opened()];
    await link(second, master);
    await link(third, master);
    await house.owner.query(`update clock set stopped_at = now() where ticket_id = $1`, [master]);
    await house.owner.query(
      `update ticket set state = 'closed', closed_at = now(), turn_unit_id = null, turn_expected = null,
         next_due_at = null, next_yellow_at = null where id = $1`,
      [master],
    );
    await sweep();
    expect((await house.check(second)).state).toBe('dispatched');
    expect((await house.check(third)).state).toBe('grouped');
    await reported(second);
    await sweep();
    expect((await house.check(third)).state).toBe('call-back');
  });
});

describe('flags', () => {
  const flags = async (key: string) =>
    (
      await house.owner.query<{ level: number; people: number; code: string }>(
        `select f.level, f.people, u.code from group_flag f join unit u on u.id = f.unit_id
         where f.employer_key = $1 order by f.level`,
        [key],
      )
    ).rows.map((row) => [row.level, row.people, row.code]);

  it('are raised at three, five and ten people, once each, at the lowest unit that holds them all', async () => {
    const employer = '深圳市群体测试有限公司';
    const against = (count: number, code: string) =>
      Array.from({ length: count }, () => code).reduce(
        (all, place) =>
          all.then(() =>
            opened({ employer, people: 1, places: { workplace: { code: place } } }).then(() => undefined),
          ),
        Promise.resolve(),
      );
    await against(2, '440305');
    await house.get(FlagSweep).sweep();
    expect(await flags('深圳市群体测试')).toEqual([]);
    await against(1, '440305');
    await Promise.all([house.get(FlagSweep).sweep(), house.get(FlagSweep).sweep()]);
    expect(await flags('深圳市群体测试')).toEqual([[3, 3, '440305']]);
    await against(2, '440306');
    await house.get(FlagSweep).sweep();
    await house.get(FlagSweep).sweep();
    expect(await flags('深圳市群体测试')).toEqual([
      [3, 3, '440305'],
      [5, 5, '440300'],
    ]);
    const seen = await house.get(ShowGroups).flags(shenzhen, {});
    expect(seen.items.find((flag) => flag.employer === employer)).toMatchObject({ level: 5, people: 5 });
    const own = await house.get(ShowGroups).flags(nanshan, {});
    expect(own.items.filter((flag) => flag.employer === employer).map((flag) => flag.level)).toEqual([3]);
  });
});
