import { ReportHop, RequestReturn, RuleReturn, SignHop } from '@hotline/handling';
import { type Actor, unitId } from '@hotline/organization';
import { AskSupport, ReportSupport, SignSupport } from '@hotline/support';
import { CaseHouse } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';
import { ReferTicket } from '../../handling/use-cases/refer-ticket.js';
import { AddNote } from '../../supervision/use-cases/add-note.js';
import { AnswerOrder } from '../../supervision/use-cases/answer-order.js';
import { ListNotes } from '../../supervision/use-cases/list-notes.js';
import { UrgeTicket } from '../../supervision/use-cases/urge-ticket.js';
import type { ChangePlan } from '../domain/plan.js';
import { PlanUnitChange } from './plan-unit-change.js';
import { RunUnitChange } from './run-unit-change.js';
import { StartUnitChange } from './start-unit-change.js';

const NANSHAN = unitId('440305');
const BAOAN = unitId('440306');
const CITY = unitId('440300');
const NEW_CITY = unitId('440100');
const FUTIAN = { places: { workplace: { code: '440304' } } };

let house: CaseHouse;
let desk: HandledCase;
let heir: Actor;
let futian: Actor;
let supervisor: Actor;
const ids: Record<string, string> = {};

/** One after the other, because each checks the version. */
beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T09:00:00+08:00');
  desk = await HandledCase.staffed(house);
  heir = await house.actor(['handler', '440306']);
  futian = await house.actor(['handler', '440304']);
  supervisor = await house.actor(['supervisor', '440300']);
  await requests();
  await together();
  await beside();
  await change({ kind: 'merge', unitIds: [NANSHAN], intoId: BAOAN });
}, 120_000);
afterAll(() => house.close());

async function requests(): Promise<void> {
  ids.extension = await desk.inHand();
  await desk.extend(ids.extension);
  ids.extended = await desk.inHand();
  await desk.extend(ids.extended);
  await desk.rule(ids.extended, desk.city, 'extension', 'granted');
  ids.paused = await desk.inHand();
  await desk.pause(ids.paused, 5);
  ids.resumed = await desk.inHand();
  await desk.pause(ids.resumed, 5);
  await desk.resume(ids.resumed);
  ids.returning = await desk.inHand();
  const plea = { reasonCode: 'wrong-place', clause: null, reason: '施工地点在别处', proposedUnitId: null };
  await desk.do(ids.returning, (version) =>
    house.get(RequestReturn).run(desk.county, ids.returning ?? '', version, plea),
  );
  ids.referred = await desk.inHand();
  const referral = { bodyCode: 'labour-inspection', bodyName: null, referredOn: '2026-03-10', note: '移送' };
  const order = { ...referral, referenceNo: null, attachmentIds: [], replyDueOn: null };
  await desk.do(ids.referred, (version) =>
    house.get(ReferTicket).run(desk.county, ids.referred ?? '', version, order as never),
  );
}

const partOf = async (id: string) => (await house.facts(id)).supports[0];
const ask = (id: string, by: Actor, of: string) =>
  desk.do(id, (version) =>
    house.get(AskSupport).run(by, id, version, { unitId: of, asked: '核实用工情况', dueAt: null }),
  );
const partAt = async (id: string) => ({
  ticketId: id,
  version: await house.version(id),
  partId: (await partOf(id))?.id ?? '',
});
const report = { outcome: 'negotiated', narrative: '已核实', attachmentIds: [] };

async function together(): Promise<void> {
  ids.asking = await desk.inHand();
  await ask(ids.asking, desk.county, unitId('440304'));
  ids.part = await house.arrived(FUTIAN);
  await ask(ids.part, futian, NANSHAN);
  await house.get(SignSupport).run(desk.county, await partAt(ids.part));
  ids.partDone = await house.arrived(FUTIAN);
  await ask(ids.partDone, futian, NANSHAN);
  await house.get(SignSupport).run(desk.county, await partAt(ids.partDone));
  await house.get(ReportSupport).run(desk.county, await partAt(ids.partDone), report);
}

const urge = (id: string) =>
  desk.do(id, (version) =>
    house.get(UrgeTicket).run(supervisor, id, version, { text: '请抓紧', mask: false }),
  );
const orderOf = async (id: string) => (await house.facts(id)).orders[0]?.id ?? '';
const answer = (id: string, by: Actor) =>
  desk.do(id, async (version) =>
    house
      .get(AnswerOrder)
      .run(by, id, version, { orderId: await orderOf(id), answer: '今日办结', mask: false }),
  );

async function beside(): Promise<void> {
  ids.urged = await desk.inHand();
  await urge(ids.urged);
  ids.answered = await desk.inHand();
  await urge(ids.answered);
  await answer(ids.answered, desk.county);
  ids.noted = await desk.inHand();
  const mentions = [{ unitId: NANSHAN, role: 'handler' as const }];
  const note = { text: '请补充工资表', visible: 'chain' as const, mentions, correctsId: null, mask: false };
  await house.get(AddNote).run(supervisor, ids.noted, note);
  ids.climbed = await desk.inHand();
  const { id: hopId } = (await house.facts(ids.climbed)).hops.at(-1) ?? { id: '' };
  await house.owner.query(
    `insert into ladder_run (hop_id, unit_id, ticket_id, next_at, taken_over_at, reason) values ($1, $2, $3, null, $4, '已面谈')`,
    [hopId, NANSHAN, ids.climbed, house.clock.now()],
  );
  await house.owner.query(
    `insert into ladder_step (hop_id, unit_id, step, ticket_id, at, outcome) values ($1, $2, 'yellow', $3, $4, 'done')`,
    [hopId, NANSHAN, ids.climbed, house.clock.now()],
  );
  await house.owner.query(
    `insert into leader_receipt (id, ticket_id, unit_id, told_at, due_at) values (gen_random_uuid(), $1, $2, $3, $3)`,
    [ids.climbed, NANSHAN, house.clock.now()],
  );
}

async function change(plan: ChangePlan): Promise<void> {
  const admin = await house.actor(['administrator', 'cn']);
  const id = await house.get(PlanUnitChange).run(admin, { plan, reason: '机构改革', documentNo: null });
  await house.get(StartUnitChange).run(admin, id, 1);
  while (!(await house.get(RunUnitChange).stride(id, { strideMs: 60_000, hearMs: 0 })));
}

const unitsIn = async (table: string, column: string, id: string | undefined) =>
  (
    await house.owner.query<{ unit: string }>(
      `select ${column} as unit from ${table} where ticket_id = $1 order by 1`,
      [id],
    )
  ).rows.map(({ unit }) => unit);

it.each([
  ['an extension asked for', 'ruling_request', 'unit_id', 'extension', BAOAN],
  ['its ruler, who stays', 'ruling_request', 'ruler_unit_id', 'extension', CITY],
  ['an extension ruled', 'ruling_request', 'unit_id', 'extended', NANSHAN],
  ['a pause', 'pause', 'unit_id', 'paused', BAOAN],
  ['a pause that has ended', 'pause', 'unit_id', 'resumed', NANSHAN],
  ['a return asked for', 'return_request', 'unit_id', 'returning', BAOAN],
  ['a referral without reply', 'referral', 'unit_id', 'referred', BAOAN],
  ['who asked for a part', 'support', 'asked_unit_id', 'asking', BAOAN],
  ['a part on a ticket elsewhere', 'support', 'unit_id', 'part', BAOAN],
  ['a part that was reported', 'support', 'unit_id', 'partDone', NANSHAN],
  ['an order to answer', 'ticket_order', 'to_unit_id', 'urged', BAOAN],
  ['an order answered', 'ticket_order', 'to_unit_id', 'answered', NANSHAN],
  ['a mention nobody has read', 'note_mention', 'unit_id', 'noted', BAOAN],
  ['a receipt nobody has confirmed', 'leader_receipt', 'unit_id', 'climbed', BAOAN],
])('%s', async (_, table, column, key, unit) => {
  expect(await unitsIn(table, column, ids[key])).toEqual([unit]);
});

it('the heir stands on the ladder where its forerunner stood', async () => {
  expect(await unitsIn('ladder_step', 'unit_id', ids.climbed)).toEqual([NANSHAN, BAOAN].sort());
  const { laddersStopped, hops } = await house.facts(ids.climbed ?? '');
  expect(laddersStopped).toContainEqual({ hopId: hops.at(-1)?.id, unitId: BAOAN });
});

it('every open clock has gone along, none is left with the unit that ended', async () => {
  const left = await house.owner.query(`select 1 from clock where unit_id = $1 and stopped_at is null`, [
    NANSHAN,
  ]);
  expect(left.rowCount).toBe(0);
  for (const id of Object.values(ids)) await house.check(id);
});

it('the heir goes on with each: resumes, answers, reads, reports its part and the case', async () => {
  await desk.resume(ids.paused ?? '', heir);
  await answer(ids.urged ?? '', heir);
  expect((await house.get(ListNotes).run(heir, ids.noted ?? '', undefined)).items[0]?.unread).toBe(true);
  const part = await partOf(ids.part ?? '');
  expect([part?.unitId, part?.signedAt !== null]).toEqual([BAOAN, true]);
  await house.get(ReportSupport).run(heir, await partAt(ids.part ?? ''), report);
  expect((await partOf(ids.part ?? ''))?.ending).toBe('reported');
  await desk.rule(ids.extension ?? '', desk.city, 'extension', 'granted');
  const returnId = (await house.facts(ids.returning ?? '')).openReturn?.id ?? '';
  const ruling = { returnId, decision: 'refused' as const, reason: '经核实', toUnitId: null };
  await desk.do(ids.returning ?? '', (version) =>
    house.get(RuleReturn).run(desk.city, ids.returning ?? '', version, ruling),
  );
});

it('what the forerunner said to the worker is proof for the heir', async () => {
  const { workerContacts } = await house.show(heir, ids.extended ?? '');
  const said = { outcome: 'negotiated', amountRecovered: null, peopleHelped: null, narrative: '已支付' };
  const proof = { workerContactId: workerContacts[0]?.id ?? '', attachmentIds: [] };
  await desk.do(ids.extended ?? '', (version) =>
    house.get(ReportHop).run(heir, ids.extended ?? '', version, { ...said, ...proof }),
  );
});

it.each([
  ['the part it was asked for', 'part', ['support']],
  ['what it asked of others', 'asking', ['support-asked']],
  ['its order', 'urged', ['order']],
  ['its pause', 'paused', ['pause']],
])('the line of the record names what follows: %s', async (_, key, records) => {
  const { rows } = await house.owner.query<{ facts: { records: string[] } }>(
    `select facts from event where ticket_id = $1 and kind = 'unit-reorganised'`,
    [ids[key]],
  );
  expect(rows[0]?.facts.records).toEqual(expect.arrayContaining(records));
});

it('the page goes on naming the old unit where it acted', async () => {
  const part = await house.owner.query(
    `select facts from event where ticket_id = $1 and kind = 'unit-reorganised'`,
    [ids.part],
  );
  expect(part.rows).toMatchObject([{ facts: { from: NANSHAN, to: BAOAN } }]);
  expect(JSON.stringify(await house.show(heir, ids.part ?? ''))).toContain('南山区总工会');
  expect(JSON.stringify((await house.show(heir, ids.extended ?? '')).requests)).toContain('南山区总工会');
});

it('a ruler that ends leaves its rulings to its heir', async () => {
  const id = await house.arrived(FUTIAN);
  await signAndAsk(id, futian);
  await change({ kind: 'merge', unitIds: [CITY], intoId: NEW_CITY });
  expect(await unitsIn('ruling_request', 'ruler_unit_id', id)).toEqual([NEW_CITY]);
  await desk.rule(id, await house.actor(['handler', '440100']), 'extension', 'granted');
});

async function signAndAsk(id: string, handler: Actor): Promise<void> {
  await desk.do(id, (version) => house.get(SignHop).run(handler, id, version));
  await desk.extend(id, 1, handler);
}
