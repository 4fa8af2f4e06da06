import { LOOKS_AN_HOUR, unitId } from '@hotline/organization';
import type { Actor } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { LogWorkerContact } from './log-worker-contact.js';
import { PassDown } from './pass-down.js';
import { ReportHop } from './report-hop.js';
import { RequestReturn } from './request-return.js';
import { RevealIdentity } from './reveal-identity.js';
import { ReviewReport } from './review-report.js';
import { RuleReturn } from './rule-return.js';
import { SignHop } from './sign-hop.js';

let house: CaseHouse;
let county: Actor;
let city: Actor;
let province: Actor;
let national: Actor;
let sibling: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  county = await house.actor(['handler', '440305']);
  sibling = await house.actor(['handler', '440306']);
  city = await house.actor(['handler', '440300']);
  province = await house.actor(['handler', '440000']);
  national = await house.actor(['handler', 'cn']);
}, 60_000);
afterAll(() => house.close());

const aReport = {
  outcome: 'negotiated',
  amountRecovered: '12600.5',
  peopleHelped: 12,
  narrative: '约谈单位后足额支付。',
  workerContactId: null,
  attachmentIds: [],
};
const aPlea = { reasonCode: 'wrong-place', clause: null, reason: '施工地点在宝安', proposedUnitId: null };

const sign = async (id: string, actor = county) =>
  house
    .get(SignHop)
    .run(actor, id, await house.version(id))
    .then(() => house.check(id));
const contact = async (id: string, reached = true, actor = county) =>
  house
    .get(LogWorkerContact)
    .run(actor, id, await house.version(id), { means: 'call', reached, note: '已电话联系' })
    .then(() => house.check(id));
const report = async (id: string, change: Partial<typeof aReport> = {}, actor = county) =>
  house
    .get(ReportHop)
    .run(actor, id, await house.version(id), { ...aReport, ...change })
    .then(() => house.check(id));
const review = async (
  id: string,
  actor: Actor,
  decision: 'accept' | 'redo' = 'accept',
  reason: string | null = null,
) =>
  house
    .get(ReviewReport)
    .run(actor, id, await house.version(id), { decision, reason })
    .then(() => house.check(id));
const plead = async (
  id: string,
  change: Partial<{ proposedUnitId: string | null; reasonCode: string }> = {},
) =>
  house
    .get(RequestReturn)
    .run(county, id, await house.version(id), { ...aPlea, ...change })
    .then(() => house.check(id));
const rule = async (
  id: string,
  actor: Actor,
  decision: 'granted' | 'refused',
  toUnitCode: string | null = null,
) => {
  const facts = await house.facts(id);
  await house.get(RuleReturn).run(actor, id, facts.version, {
    returnId: facts.openReturn?.id ?? facts.returns[0]?.id ?? '',
    decision,
    reason: '经核实',
    toUnitId: toUnitCode === null ? null : unitId(toUnitCode),
  });
  return house.check(id);
};

describe('the way down and up again', () => {
  it('is signed, contacted, reported, reviewed at each level, and ends at the call-back', async () => {
    const id = await house.arrived();
    expect((await house.facts(id)).turn?.expected).toBe('sign');
    expect((await sign(id)).turn?.expected).toBe('contact-worker');
    expect((await contact(id)).turn?.expected).toBe('report');
    const reported = await report(id);
    expect([reported.state, reported.turn?.unit.id]).toEqual(['reported', unitId('440300')]);
    expect((await review(id, city)).turn?.unit.id).toBe(unitId('440000'));
    expect((await review(id, province)).turn?.unit.id).toBe(unitId('cn'));
    const asked = await review(id, national);
    expect([asked.state, asked.turn?.expected]).toEqual(['call-back', 'call-back']);
    const seen = await house.show(city, id);
    expect(seen.reports[0]).toMatchObject({ amountRecovered: '12600.50', by: county.displayName });
    expect(seen.reports[0]?.reviews).toHaveLength(3);
    expect(seen.hops.at(-1)?.signedBy).toBe(county.displayName);
  });

  it('goes back to the unit when a superior is not content', async () => {
    const id = await house.arrived();
    await sign(id);
    await contact(id);
    await report(id);
    expect(await refusalOf(review(id, city, 'redo'))).toBe('reason-required reason');
    const back = await review(id, city, 'redo', '金额没有写明依据');
    expect([back.state, back.turn?.unit.id, back.turn?.expected, back.redoCount]).toEqual([
      'handling',
      unitId('440305'),
      'report',
      1,
    ]);
    await report(id);
  });

  it('is passed down one level at a time', async () => {
    const id = await house.openTicket({ places: {} });
    await house.settle();
    const dispatcher = await house.actor(['dispatcher', 'cn']);
    const { DispatchTicket } = await import('../../dispatch/use-cases/dispatch-ticket.js');
    const order = { ticketId: id, version: await house.version(id), unitId: unitId('440000') };
    await house.get(DispatchTicket).run(dispatcher, order);
    await sign(id, province);
    const pass = async (code: string) =>
      house.get(PassDown).run(province, id, await house.version(id), { unitId: unitId(code), note: null });
    expect(await refusalOf(pass('430000'))).toBe('not-below-you unitId');
    expect(await refusalOf(pass('440000'))).toBe('not-below-you unitId');
    await pass('440305');
    expect((await house.check(id)).state).toBe('queued');
    await house.settle();
    const there = await house.check(id);
    expect([there.state, there.accountable.id]).toEqual(['dispatched', unitId('440305')]);
    expect(there.hops.map((hop) => hop.toUnitId)).toEqual(['cn', '440000', '440300', '440305'].map(unitId));
  });
});

describe('proof of a report', () => {
  it('is a logged contact; "cannot be reached" needs two tries; nobody asks an anonymous worker', async () => {
    const id = await house.arrived();
    await sign(id);
    expect(await refusalOf(report(id))).toBe('proof-required proof');
    expect(await refusalOf(report(id, { outcome: 'solved' }))).toBe('unknown-category outcome');
    expect(await refusalOf(report(id, { amountRecovered: '-1' }))).toBe('invalid-input amountRecovered');
    await contact(id, false);
    expect(await refusalOf(report(id, { outcome: 'unreachable' }))).toBe('proof-required proof');
    expect(await refusalOf(report(id, { attachmentIds: [unitId('cn')] as never[] }))).toBe(
      'invalid-input proof.attachmentIds',
    );
    await contact(id, false);
    expect((await report(id, { outcome: 'unreachable' })).state).toBe('reported');
    const anonymous = await house.arrived({ confidentiality: 'anonymous' });
    await sign(anonymous);
    expect((await report(anonymous)).state).toBe('reported');
  });
});

describe('a return', () => {
  it('is ruled by the common superior and goes on to the owner it names', async () => {
    const id = await house.arrived();
    expect(await refusalOf(plead(id, { reasonCode: 'tired' }))).toBe('unknown-category reasonCode');
    expect(await refusalOf(plead(id, { proposedUnitId: unitId('440305') }))).toBe(
      'not-above-you proposedUnitId',
    );
    const asked = await plead(id, { proposedUnitId: unitId('440306') });
    expect([asked.state, asked.turn?.unit.id]).toEqual(['dispatched', unitId('440300')]);
    expect(await refusalOf(sign(id))).toBe('not-your-turn');
    expect(await refusalOf(rule(id, province, 'granted', '440306'))).toBe('not-your-turn');
    expect(await refusalOf(rule(id, city, 'granted', '430100'))).toBe('not-above-you toUnitId');
    expect((await rule(id, city, 'granted', '440306')).state).toBe('queued');
    await house.settle();
    const there = await house.check(id);
    expect([there.state, there.accountable.id]).toEqual(['dispatched', unitId('440306')]);
    expect((await house.show(county, id)).returns[0]?.ruling).toMatchObject({ decision: 'granted' });
    await sign(id, sibling);
    await contact(id, true, sibling);
    expect((await report(id, {}, sibling)).turn?.unit.id).toBe(unitId('440300'));
  });

  it('waits for a dispatcher when no owner is named', async () => {
    const id = await house.arrived();
    await plead(id);
    const facts = await rule(id, city, 'granted');
    expect([facts.state, facts.queueReason, facts.turn?.unit.id]).toEqual([
      'unclear',
      'returned',
      unitId('440300'),
    ]);
  });

  it('refused, leaves the ticket where it is, for good', async () => {
    const id = await house.arrived();
    await sign(id);
    await plead(id);
    expect(await refusalOf(report(id))).toBe('wrong-state');
    await contact(id);
    const facts = await rule(id, city, 'refused');
    expect([facts.state, facts.turn?.unit.id, facts.turn?.expected]).toEqual([
      'handling',
      unitId('440305'),
      'report',
    ]);
    expect(await refusalOf(plead(id))).toBe('return-cap-reached');
    expect(await refusalOf(rule(id, city, 'granted'))).toBe('already-ruled returnId');
  });
});

describe('many hands on one ticket', () => {
  it('lets one of fifty sign', async () => {
    const id = await house.arrived();
    const version = await house.version(id);
    const tries = Array.from({ length: 50 }, () => refusalOf(house.get(SignHop).run(county, id, version)));
    const answers = await Promise.all(tries);
    expect(answers.filter((one) => one === 'allowed')).toHaveLength(1);
    expect(answers.filter((one) => one === 'stale-version')).toHaveLength(49);
    await house.check(id);
  });

  it('leaves nothing behind when a step breaks halfway', async () => {
    const id = await house.arrived();
    const before = await house.facts(id);
    await house.owner.query(`create function broken() returns trigger language plpgsql as
      $$ begin raise exception 'power cut'; end $$`);
    await house.owner.query(
      'create trigger broken before update on ticket for each row execute function broken()',
    );
    await expect(house.get(SignHop).run(county, id, before.version)).rejects.toThrow('power cut');
    await house.owner.query('drop trigger broken on ticket');
    expect(await house.check(id)).toEqual(before);
  });
});

describe('who the worker is', () => {
  const ask = { fields: ['name', 'phone'] as const, reason: '需电话核实欠薪金额' };

  it('is shown for a reason, recorded, and changes no version', async () => {
    const id = await house.arrived();
    await sign(id);
    const before = await house.check(id);
    const shown = await house.get(RevealIdentity).run(county, id, ask);
    expect(shown).toMatchObject({ name: '赵某明', phone: '13812342046', idNumber: null });
    expect(shown.shownUntil.getTime() - house.clock.now().getTime()).toBe(300_000);
    expect((await house.check(id)).version).toBe(before.version);
    const { rows } = await house.owner.query(`select reason, facts from audit where object_id = $1`, [id]);
    expect(rows).toEqual([
      { reason: ask.reason, facts: { fields: ['name', 'phone'], unitId: unitId('440305') } },
    ]);
    const { rows: events } = await house.owner.query(
      `select facts from event where ticket_id = $1 and kind = 'identity-revealed'`,
      [id],
    );
    expect(events).toEqual([{ facts: { fields: ['name', 'phone'] } }]);
  });

  it('is withheld where the worker asked for it, and from who never had the case', async () => {
    const anonymous = await house.arrived({ confidentiality: 'anonymous' });
    expect(await refusalOf(house.get(RevealIdentity).run(county, anonymous, ask))).toBe('not-found');
    expect((await house.show(county, anonymous)).identity).toEqual({
      nameMasked: null,
      phoneMasked: null,
      idNumberMasked: null,
      addressMasked: null,
      withheld: true,
    });
    const id = await house.arrived();
    expect(await refusalOf(house.get(RevealIdentity).run(sibling, id, ask))).toBe('not-found');
  });

  it('ends after thirty looks an hour, also in a burst', async () => {
    const id = await house.arrived();
    const collector = await house.actor(['handler', '440305']);
    const looks = Array.from({ length: LOOKS_AN_HOUR + 3 }, () =>
      refusalOf(house.get(RevealIdentity).run(collector, id, ask)),
    );
    const answers = await Promise.all(looks);
    expect(answers.filter((one) => one === 'allowed')).toHaveLength(LOOKS_AN_HOUR);
    expect(answers.filter((one) => one === 'too-many-requests')).toHaveLength(3);
    house.clock.advance(3_600_000 + 1);
    expect(await refusalOf(house.get(RevealIdentity).run(collector, id, ask))).toBe('allowed');
  });
});
