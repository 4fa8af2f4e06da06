import { CloseTicket, RecordCallBack } from '@hotline/follow-up';
import { ClockSweep, LogWorkerContact, ReportHop, ReviewReport, SignHop } from '@hotline/handling';
import { type Actor, unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import type { ActInput } from '../domain/decide-act.js';
import type { PetitionAct } from '../domain/petition-acts.js';
import { PetitionSweep } from '../jobs/petition-sweep.js';
import { MarkAsPetition, type Registration } from './mark-as-petition.js';
import { RecordPetitionStage } from './record-petition-stage.js';
import { ShowPetition } from './show-petition.js';

let house: CaseHouse;
let agent: Actor;
let county: Actor;
let city: Actor;
let province: Actor;
let dispatcher: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  agent = await house.actor(['agent', 'cn']);
  dispatcher = await house.actor(['dispatcher', 'cn']);
  county = await house.actor(['handler', '440305'], ['supervisor', '440305']);
  city = await house.actor(['handler', '440300']);
  province = await house.actor(['handler', '440000']);
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.clock.set('2026-03-10T02:00:00.000Z'));

const FORWARDED: Registration = {
  registeredOn: '2026-03-10',
  source: 'forwarded',
  registrationNo: 'XF-2026-31',
};
const mark = async (id: string, actor = county, registration = FORWARDED) =>
  house
    .get(MarkAsPetition)
    .run(actor, id, await house.version(id), registration)
    .then(() => house.check(id));
const record = async (
  id: string,
  act: PetitionAct,
  doneOn: string,
  rest: Partial<ActInput> = {},
  actor = county,
) => {
  const given = { documentNo: null, note: null, extensionDays: null, headApproved: false, endReason: null };
  await house
    .get(RecordPetitionStage)
    .run(actor, id, await house.version(id), { act, doneOn, ...given, ...rest });
  return house.check(id);
};
const show = async (id: string, actor = county) => (await house.get(ShowPetition).run(actor, id)).petition;
const clocks = async (id: string) => {
  const { rows } = await house.owner.query<{
    limit_id: string;
    unit_id: string;
    due: string;
    original: string;
  }>(
    `select limit_id, unit_id, (due_at at time zone 'Asia/Shanghai')::date::text as due,
       (original_due_at at time zone 'Asia/Shanghai')::date::text as original
     from clock where ticket_id = $1 and kind = 'petition' and stopped_at is null order by due_at`,
    [id],
  );
  return rows;
};
const on = (day: string) => house.clock.set(`${day}T02:00:00.000Z`);

describe('a petition', () => {
  it('is registered once, gets its tag and clocks, and leaves the promise alone', async () => {
    const id = await house.arrived({}, agent);
    const before = await house.facts(id);
    const facts = await mark(id);
    expect(facts.tags).toContain('petition');
    expect([facts.petition, facts.state, facts.turn, facts.dueAt]).toEqual([
      'open',
      before.state,
      before.turn,
      before.dueAt,
    ]);
    expect((await clocks(id)).map(({ limit_id, due }) => [limit_id, due])).toEqual([
      ['petition:objection', '2026-03-17'],
      ['petition:notice', '2026-03-25'],
    ]);
    expect(await refusalOf(mark(id))).toBe('duplicate');
    expect(await show(id)).toMatchObject({
      stage: 'registered',
      registrationNo: 'XF-2026-31',
      source: 'forwarded',
    });
    expect((await house.get(ShowPetition).run(county, id)).mayMark).toBe(false);
  });

  it('is marked by a dispatcher or supervisor of the unit that has it or took it', async () => {
    const id = await house.arrived({}, agent);
    expect(await refusalOf(mark(id, agent))).toBe('not-found');
    expect(await refusalOf(mark(id, await house.actor(['supervisor', '440300'])))).toBe('not-your-turn');
    expect(await refusalOf(mark(id, county, { ...FORWARDED, registeredOn: '2026-03-11' }))).toBe(
      'invalid-input registeredOn',
    );
    expect(await refusalOf(mark(id, dispatcher))).toBe('allowed');
  });

  it('goes through every instance, each with a clock of the unit that owes the answer', async () => {
    const id = await house.arrived({}, agent);
    await mark(id);
    await on('2026-03-12');
    await record(id, 'notify', '2026-03-11', { documentNo: '告知 3 号' });
    expect((await clocks(id)).map((one) => [one.limit_id, one.due, one.unit_id])).toEqual([
      ['petition:handling', '2026-05-11', unitId('440305')],
    ]);
    await on('2026-04-20');
    const plea = { note: '人数多，需要逐一核实', extensionDays: 30 };
    expect(await refusalOf(record(id, 'extend', '2026-04-20', plea))).toBe('invalid-input headApproved');
    await record(id, 'extend', '2026-04-20', { ...plea, headApproved: true });
    expect((await clocks(id)).map(({ due, original }) => [due, original])).toEqual([
      ['2026-06-09', '2026-05-11'],
    ]);
    const { rows } = await house.owner.query('select reason from clock_restatement where ticket_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ reason: 'extended' }]);
    await on('2026-05-20');
    await record(id, 'answer', '2026-05-20');
    expect(await clocks(id)).toEqual([]);
    expect((await show(id))?.periods.at(-1)).toMatchObject({ id: 'review-request', lastDay: '2026-06-22' });
    await on('2026-06-01');
    await record(id, 'ask-review', '2026-06-01');
    expect((await clocks(id)).map((one) => one.unit_id)).toEqual([unitId('440300')]);
    const told = await house.owner.query('select unit_id from notice where ticket_id = $1 and kind = $2', [
      id,
      'petition-asked',
    ]);
    expect(told.rows).toEqual([{ unit_id: unitId('440300') }]);
    await record(id, 'answer-review', '2026-06-01', {}, city);
    await record(id, 'ask-rereview', '2026-06-01', {}, city);
    expect((await clocks(id)).map((one) => one.unit_id)).toEqual([unitId('440000')]);
    const done = await record(id, 'answer-rereview', '2026-06-01', {}, province);
    expect([done.petition, (await show(id))?.endReason]).toEqual(['ended', 'final']);
    expect(await refusalOf(record(id, 'end', '2026-06-01', { note: '重复', endReason: 'settled' }))).toBe(
      'wrong-state',
    );
  });

  it('gets cards like any other clock, and shows among the duties of its unit', async () => {
    const id = await house.arrived({}, agent);
    await mark(id);
    await on('2026-03-26');
    await house.get(ClockSweep).sweep();
    const { rows } = await house.owner.query<{ carded: boolean }>(
      `select red_carded_at is not null as carded from clock where ticket_id = $1 and limit_id = 'petition:notice'`,
      [id],
    );
    expect(rows).toEqual([{ carded: true }]);
  });

  it('ends by itself when nobody asks on in time, and never before', async () => {
    const id = await house.arrived({}, agent);
    await mark(id);
    await record(id, 'notify', '2026-03-10');
    await record(id, 'answer', '2026-03-10');
    await on('2026-04-09');
    await house.get(PetitionSweep).sweep();
    expect((await show(id))?.stage).toBe('answered');
    await on('2026-04-10');
    await house.get(PetitionSweep).sweep();
    expect(await show(id)).toMatchObject({
      stage: 'ended',
      endReason: 'not-asked-again',
      endedOn: '2026-04-09',
    });
    await house.check(id);
    await house.get(PetitionSweep).sweep();
    await house.check(id);
  });

  it('goes on beyond the end of its ticket, which keeps the day it was closed', async () => {
    const id = await house.arrived({ confidentiality: 'anonymous' }, agent);
    await mark(id);
    await closeIt(id);
    const closed = await house.facts(id);
    expect([closed.state, closed.dueAt === null]).toEqual(['closed', false]);
    expect((await clocks(id)).map((one) => one.limit_id)).toContain('petition:notice');
    const at = async () =>
      (await house.owner.query<{ closed_at: Date }>('select closed_at from ticket where id = $1', [id]))
        .rows[0]?.closed_at;
    const before = await at();
    await on('2026-03-12');
    const facts = await record(id, 'notify', '2026-03-12');
    expect([facts.state, facts.turn]).toEqual(['closed', null]);
    expect(await at()).toEqual(before);
    expect((await clocks(id)).map((one) => one.limit_id)).toEqual(['petition:handling']);
  });
});

/** Signed, reported, reviewed at every level and called back three times. */
async function closeIt(id: string): Promise<void> {
  const version = () => house.version(id);
  const national = await house.actor(['handler', 'cn']);
  await house.get(SignHop).run(county, id, await version());
  await house
    .get(LogWorkerContact)
    .run(county, id, await version(), { means: 'call', reached: true, note: '已联系' });
  await house.get(ReportHop).run(county, id, await version(), {
    outcome: 'negotiated',
    amountRecovered: null,
    peopleHelped: null,
    narrative: '已协商解决。',
    workerContactId: null,
    attachmentIds: [],
  });
  for (const superior of [city, province, national])
    await house.get(ReviewReport).run(superior, id, await version(), { decision: 'accept', reason: null });
  house.clock.advance(60_000);
  await house.get(RecordCallBack).run(agent, id, await version(), {
    reached: true,
    notReachedReason: null,
    solved: 'yes',
    handlingRating: 'satisfied',
    callRating: 'satisfied',
    reason: null,
    note: null,
  });
  await house.get(CloseTicket).run(agent, id, await version(), null);
  await house.check(id);
}
