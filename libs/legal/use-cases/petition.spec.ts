import { CloseTicket, RecordCallBack } from '@hotline/follow-up';
import { ClockSweep, LogWorkerContact, ReportHop, ReviewReport, SignHop } from '@hotline/handling';
import { RuleBook } from '@hotline/calendar';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { ListDuties } from '@hotline/ticket';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import type { ActInput } from '../domain/decide-act.js';
import type { PetitionAct } from '../domain/petition-acts.js';
import { PetitionSweep, RightSweep } from '../jobs/petition-sweep.js';
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

  it('has a right to object that lapses by itself: never carded, never late, once', async () => {
    const id = await house.arrived({}, agent);
    await mark(id);
    const objection = async () =>
      (
        await house.owner.query(
          `select is_right, yellow_carded_at, red_carded_at, stopped_at = due_at as at_its_time, lapsed_at
           from clock where ticket_id = $1 and limit_id = 'petition:objection'`,
          [id],
        )
      ).rows[0];
    const running = { is_right: true, yellow_carded_at: null, red_carded_at: null, lapsed_at: null };
    const duty = async () =>
      (await house.get(ListDuties).run(county, { kind: ['petition'] })).items.filter(
        (one) => one.ticket.id === id && one.isRight,
      );
    house.clock.set('2026-03-17T17:30:00+08:00');
    await house.get(ClockSweep).sweep();
    await house.get(RightSweep).sweep();
    expect(await objection()).toEqual({ ...running, at_its_time: null });
    expect(await duty()).toEqual([expect.objectContaining({ card: 'none' })]);
    expect((await house.check(id)).openClocks.filter((one) => one.isRight)).toHaveLength(1);
    await on('2026-03-19');
    await house.get(ClockSweep).sweep();
    await Promise.all([1, 2, 3].map(() => house.get(RightSweep).sweep()));
    await house.get(RightSweep).sweep();
    expect(await objection()).toEqual({ ...running, at_its_time: true, lapsed_at: house.clock.now() });
    expect(await duty()).toEqual([]);
    await house.check(id);
    const { rows } = await house.owner.query(
      `select count(*)::int as n from event where ticket_id = $1 and kind = 'right-lapsed'`,
      [id],
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect((await show(id))?.periods.map((one) => [one.id, one.state])).toEqual([
      ['notice', 'running'],
      ['objection', 'lapsed'],
    ]);
    const clock = (await house.show(county, id)).clocks.find((one) => one.isRight);
    expect(clock).toMatchObject({ card: 'none', lapsedAt: house.clock.now() });
    // What was objected to in time may still be written down later.
    await record(id, 'object', '2026-03-16', { note: '不属本机关职权' });
    expect((await show(id))?.periods.find((one) => one.id === 'objection')?.state).toBe('met');
  });

  it('is counted by the calendar its clock was promised by', async () => {
    const id = await house.arrived({}, agent);
    await mark(id);
    await house.owner.query(
      `insert into calendar (id, version, body, known_from, known_to, published_at)
       select 'quiet', 1, jsonb_set(jsonb_set(body, '{id}', '"quiet"'), '{overrides}',
         body -> 'overrides' || '[{"date": "2026-03-16", "kind": "off", "name": "休"}]'), known_from, known_to, now()
       from calendar where id = 'national' order by version desc limit 1`,
    );
    await house.owner.query(
      `update unit set calendar_id = 'quiet', version = version + 1 where code = '440305'`,
    );
    await house.get(RuleBook).refresh();
    await house.get(UnitTree).refresh();
    const lastDay = async () => (await show(id))?.periods.find((one) => one.id === 'objection')?.lastDay;
    expect(await lastDay()).toBe('2026-03-17');
    const later = await house.arrived({}, agent);
    await mark(later);
    expect((await show(later))?.periods.find((one) => one.id === 'objection')?.lastDay).toBe('2026-03-18');
    await house.owner.query(
      `update unit set calendar_id = 'national', version = version + 1 where code = '440305'`,
    );
    await house.get(UnitTree).refresh();
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
