import { OpenTicket, type OpeningInput } from '@hotline/intake';
import { type Actor, unitId } from '@hotline/organization';
import { aCase, CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { ReceiptSweep } from '../jobs/receipt-sweep.js';
import { ChangeDutyRoster } from './change-duty-roster.js';
import { ConfirmReceipt } from './confirm-receipt.js';
import { ListDutyRoster } from './list-duty-roster.js';
import { RecordSpecialistTransfer } from './record-specialist-transfer.js';
import { ShowDutyLeader } from './show-duty-leader.js';
import { ShowSupervision } from './show-supervision.js';

let house: CaseHouse;
let agent: Actor;
let administrator: Actor;
let first: Actor;
let second: Actor;
let cityLeader: Actor;

const aLine = (actor: Actor, change: object = {}) => ({
  accountId: actor.accountId,
  phone: '13912340001',
  rank: 'first' as const,
  fromDay: '2026-01-01',
  toDay: null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayKind: 'any' as const,
  fromTime: '00:00',
  toTime: '24:00',
  ...change,
});
const roster = async (
  code: string,
  add: ReturnType<typeof aLine>[],
  remove: string[] = [],
  by = administrator,
) => house.get(ChangeDutyRoster).run(by, unitId(code), { add, remove, except: [] });

beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T22:00:00+08:00');
  agent = await house.actor(['agent', 'cn']);
  administrator = await house.actor(['administrator', '440000']);
  first = await house.serving(['supervisor', '440305']);
  second = await house.serving(['supervisor', '440305']);
  cityLeader = await house.serving(['supervisor', '440300']);
  await roster('440305', [aLine(first), aLine(second, { rank: 'second' })]);
  await roster('440300', [aLine(cityLeader)]);
}, 60_000);
afterAll(() => house.close());

const urgent = (emergency: OpeningInput['emergency'], change: Partial<OpeningInput> = {}) =>
  house.get(OpenTicket).run(agent, aCase({ urgency: 'urgent', emergency, ...change }));
const call = { service: '110', reference: '接警 0310-77', said: '工人站在塔吊上，请速派员' } as const;
const seen = (id: string, actor: Actor) => house.get(ShowSupervision).run(actor, id);

describe('the urgent path', () => {
  it('opens everything in one step: record, ticket, leader told, specialist seat', async () => {
    house.clock.set('2026-03-10T22:00:00+08:00');
    const ticket = await urgent({ calls: [call], transfer: { kind: 'psychological', reason: '情绪激动' } });
    expect(ticket.version).toBe(1);
    const facts = await house.check(ticket.id);
    const receipt = facts.openClocks.find(({ kind }) => kind === 'receipt');
    expect([receipt?.unitId, receipt?.dueAt]).toEqual([
      unitId('440305'),
      new Date('2026-03-10T22:15:00+08:00'),
    ]);
    const view = await seen(ticket.id, first);
    expect(view.calls[0]).toMatchObject({ service: '110', reference: call.reference, by: agent.displayName });
    expect(view.receipts[0]).toMatchObject({ leader: first.displayName, rank: 'first', mayConfirm: true });
    expect(view.transfers[0]).toMatchObject({ kind: 'psychological', reason: '情绪激动' });
    expect((await house.show(first, ticket.id)).verbs).toContain('confirm-receipt');
    await house.settle();
    await house.check(ticket.id);
  });

  it('is read by the leader, once', async () => {
    const { id } = await urgent({ calls: [{ service: '120', notCalledReason: '职工已自行就医' }] });
    const receiptId = (await seen(id, first)).receipts[0]?.id ?? '';
    const confirm = async (actor: Actor) =>
      house.get(ConfirmReceipt).run(actor, id, await house.version(id), receiptId);
    expect(await refusalOf(confirm(cityLeader))).toBe('not-your-turn');
    expect(await refusalOf(confirm(agent))).toBe('not-your-turn');
    await confirm(first);
    await house.check(id);
    expect(await refusalOf(confirm(first))).toBe('already-answered receiptId');
    expect((await seen(id, agent)).receipts[0]).toMatchObject({ readBy: first.displayName });
  });

  it('unread goes to the next, then to the superior’s, each person once, by several processes', async () => {
    house.clock.set('2026-03-10T23:50:00+08:00');
    const { id } = await urgent({ calls: [] });
    const told = async () => (await seen(id, agent)).receipts.map(({ leader }) => leader);
    for (const at of ['23:59', '00:06', '00:22', '00:38', '00:54']) {
      const day = at.startsWith('23') ? '10' : '11';
      house.clock.set(`2026-03-${day}T${at}:00+08:00`);
      await Promise.all([1, 2].map(() => house.get(ReceiptSweep).sweep()));
      await house.check(id);
    }
    expect(await told()).toEqual([first.displayName, second.displayName, cityLeader.displayName]);
    const facts = await house.facts(id);
    expect(facts.openClocks.filter(({ kind }) => kind === 'receipt')).toHaveLength(1);
  });

  it('tells the unit, then its superiors, where no roster names anybody', async () => {
    house.clock.set('2026-03-11T03:00:00+08:00');
    const { id } = await urgent({ calls: [] }, { places: { workplace: { code: '510104' } } });
    expect((await seen(id, agent)).receipts[0]).toMatchObject({ leader: null, unit: { code: '510104' } });
    house.clock.set('2026-03-11T03:16:00+08:00');
    await house.get(ReceiptSweep).sweep();
    expect((await seen(id, agent)).receipts.map(({ unit }) => unit.code)).toEqual(['510104', '510100']);
    await house.check(id);
  });

  it.each<[string, OpeningInput['emergency'], Partial<OpeningInput>, string]>([
    ['not urgent', { calls: [] }, { urgency: 'general' }, 'invalid-input urgency'],
    ['a service twice', { calls: [call, call] }, {}, 'invalid-input emergency.calls.1.service'],
    [
      'called and not called',
      { calls: [{ service: '110', calledAt: '2026-03-11T03:10:00+08:00', notCalledReason: '无需' }] },
      {},
      'invalid-input emergency.calls.0.notCalledReason',
    ],
    [
      'called last year',
      { calls: [{ service: '110', calledAt: '2025-03-11T03:10:00+08:00' }] },
      {},
      'invalid-input emergency.calls.0.calledAt',
    ],
    [
      'a phone number in the text',
      { calls: [{ service: '110', said: '回拨13812342046' }] },
      {},
      'personal-in-text emergency.calls.0.said',
    ],
  ])('refuses %s and opens nothing', async (_, emergency, change, expected) => {
    const count = async () => (await house.owner.query('select count(*) from ticket')).rows[0];
    const before = await count();
    expect(await refusalOf(urgent(emergency, change))).toBe(expected);
    expect(await count()).toEqual(before);
  });

  it('takes a specialist later, with what came of it', async () => {
    const { id } = await urgent({ calls: [] });
    const transfer = { kind: 'legal', reason: '需当场维权指引', seat: '法律 02', outcome: '已指引' } as const;
    await house.get(RecordSpecialistTransfer).run(agent, id, await house.version(id), transfer);
    await house.check(id);
    expect((await seen(id, agent)).transfers[0]).toMatchObject(transfer);
    const plain = await house.openTicket({}, agent);
    expect(
      await refusalOf(
        house.get(RecordSpecialistTransfer).run(agent, plain, await house.version(plain), transfer),
      ),
    ).toBe('wrong-state');
  });
});

describe('the duty roster', () => {
  it('is kept by administrators of the unit, with sealed numbers and people of the line of command', async () => {
    const stranger = await house.serving(['supervisor', '510104']);
    expect(await refusalOf(roster('440306', [aLine(stranger)]))).toBe('unknown-account add.0.accountId');
    expect(await refusalOf(roster('510104', [aLine(stranger)]))).toBe('not-in-your-units');
    expect(await refusalOf(roster('440306', [aLine(cityLeader, { toDay: '2025-01-01' })]))).toBe(
      'invalid-input add.0.toDay',
    );
    expect(await refusalOf(roster('440306', [], [unitId('440306')]))).toBe('not-found remove');
    await roster('440306', [aLine(cityLeader)]);
    const shown = await house.get(ListDutyRoster).run(administrator, unitId('440306'));
    expect(shown.lines[0]).toMatchObject({ phoneMasked: '139****0001', onDuty: true });
    const { rows } = await house.owner.query<{ sealed: Buffer }>(
      'select phone_sealed as sealed from duty_roster',
    );
    expect(rows.every(({ sealed }) => !sealed.toString('latin1').includes('13912340001'))).toBe(true);
    await roster('440306', [], [shown.lines[0]?.id ?? '']);
    const leader = await house.get(ShowDutyLeader).run(agent, unitId('440306'));
    expect([leader.unit.code, leader.leader?.name]).toEqual(['440300', cityLeader.displayName]);
  });
});
