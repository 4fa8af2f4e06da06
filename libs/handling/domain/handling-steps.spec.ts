import {
  BAOAN,
  CHANGSHA,
  GUANGDONG,
  NANSHAN,
  NATION,
  SHENZHEN,
  SMALL_TREE,
} from '../../../test/support/small-tree.js';
import { AGENT, aTicket, OPENED } from '../../../test/support/ticket-facts.js';
import type { StartClock, TicketFacts } from '@hotline/ticket';
import { passDown } from './pass-down.js';
import { checkReport, type ReportInput, reportHop, yuan } from './report-hop.js';
import { grantReturn, rulerOf } from './return-steps.js';
import { acceptReport, sendBack } from './review-report.js';
import { signHop } from './sign-hop.js';
import { logContact } from './worker-contact.js';

const start: StartClock = (kind, unit, hopId) => ({
  id: `clock-${kind}`,
  kind,
  unitId: unit.id,
  hopId,
  startedAt: OPENED,
  yellowAt: OPENED,
  dueAt: OPENED,
  calendarVersion: 1,
  provisional: false,
  limitId: 'any',
  limitAmount: 1,
  limitUnit: 'working-days',
});
const inNanshan = () => aTicket().dispatchedTo(GUANGDONG, SHENZHEN, NANSHAN);
const REPORT: ReportInput = {
  id: 'r1',
  outcome: 'negotiated',
  amountRecovered: null,
  peopleHelped: null,
  narrative: '已支付',
  workerContactId: null,
  attachmentIds: [],
};

describe('signing', () => {
  it('turns to the contact with the worker, or to the report when there is nobody to contact', () => {
    expect(signHop(inNanshan().build()).turn?.expected).toBe('contact-worker');
    expect(signHop(inNanshan().with({ confidentiality: 'anonymous' }).build()).turn?.expected).toBe('report');
  });
});

describe('a contact', () => {
  const contact = { id: 'c1', means: 'call', reached: false, note: '无人接听' } as const;

  it('meets the first-contact limit once, reached or not', () => {
    const first = logContact(inNanshan().signed().build(), contact);
    expect(first.stamps).toHaveLength(1);
    const facts = inNanshan().signed().build();
    const hops = facts.hops.map((hop) => ({ ...hop, firstContactAt: OPENED }));
    expect(logContact({ ...facts, hops }, contact).stamps).toEqual([]);
  });

  it('leaves the turn with the superior that rules a return', () => {
    const openReturn = { id: 'x', unitId: NANSHAN.id, rulerUnitId: SHENZHEN.id };
    const turn = { unit: { id: SHENZHEN.id, path: SHENZHEN.path }, expected: 'rule-return' as const };
    expect(logContact(inNanshan().signed().with({ openReturn, turn }).build(), contact).turn).toEqual(turn);
  });
});

describe('passing down', () => {
  const from = aTicket().dispatchedTo(GUANGDONG).signed().build();
  const to = (target: typeof NANSHAN) =>
    passDown({ facts: from, tree: SMALL_TREE, target, note: null, sentBy: AGENT, now: OPENED, start });

  it.each([
    ['a child receives it at once', SHENZHEN, 'dispatched'],
    ['a grandchild by way of its parent', NANSHAN, 'queued'],
    ['not a superior', NATION, 'not-below-you'],
    ['not itself', GUANGDONG, 'not-below-you'],
    ['not another province', CHANGSHA, 'not-below-you'],
  ])('%s', (_, target, answer) => {
    const decision = to(target);
    expect(decision.ok ? decision.value.state : decision.refusal.code).toBe(answer);
  });
});

describe('who rules a return', () => {
  it.each([
    ['without a proposal, the unit it came from', null, SHENZHEN.id],
    ['for a neighbour, the common superior', BAOAN, SHENZHEN.id],
    ['for another province, the nation', CHANGSHA, NATION.id],
    ['for the superior itself, that superior', SHENZHEN, SHENZHEN.id],
    ['never the unit itself', NANSHAN, 'not-above-you'],
  ])('%s', (_, proposed, answer) => {
    const decision = rulerOf(inNanshan().build(), SMALL_TREE, proposed);
    expect(decision.ok ? decision.value.id : decision.refusal.code).toBe(answer);
  });

  it('a unit that took a returned ticket over is still under the one that sent it down first', () => {
    const facts = aTicket().dispatchedTo(GUANGDONG, SHENZHEN, NANSHAN, SHENZHEN).build();
    const decision = rulerOf(facts, SMALL_TREE, null);
    expect(decision.ok && decision.value.id).toBe(GUANGDONG.id);
  });
});

describe('a granted return', () => {
  const grant = (owner: typeof NANSHAN | null) =>
    grantReturn(
      { facts: inNanshan().build(), returnId: 'x', ruler: SHENZHEN, tree: SMALL_TREE, ruledBy: AGENT, start },
      owner,
    );

  it.each([
    ['goes to the owner', BAOAN, 'queued'],
    ['may stay with the ruler', SHENZHEN, 'queued'],
    ['waits for a dispatcher without one', null, 'unclear'],
    ['cannot go beyond the ruler', CHANGSHA, 'not-above-you'],
    ['cannot come back', NANSHAN, 'not-above-you'],
  ])('%s', (_, owner, answer) => {
    const decision = grant(owner);
    expect(decision.ok ? decision.value.state : decision.refusal.code).toBe(answer);
  });
});

describe('a report', () => {
  const contacts = { ids: ['c1'], reached: 1, unreached: 1 };
  const none = { ids: [], reached: 0, unreached: 0 };

  it.each<
    [string, Partial<ReportInput>, Parameters<typeof checkReport>[2], TicketFacts['confidentiality'], string]
  >([
    ['with a contact', {}, contacts, 'open', 'fine'],
    ['without one', {}, none, 'open', 'proof-required proof'],
    ['of an anonymous worker', {}, none, 'anonymous', 'fine'],
    ['unreachable after one try', { outcome: 'unreachable' }, contacts, 'open', 'proof-required proof'],
    ['unreachable after two', { outcome: 'unreachable' }, { ...contacts, unreached: 2 }, 'open', 'fine'],
    ['proven by a contact of this hop', { workerContactId: 'c1' }, contacts, 'open', 'fine'],
    ['of another', { workerContactId: 'c2' }, contacts, 'open', 'proof-required proof.workerContactId'],
    ['with a made-up outcome', { outcome: 'done' }, contacts, 'open', 'unknown-category outcome'],
    ['with three decimals', { amountRecovered: '1.005' }, contacts, 'open', 'invalid-input amountRecovered'],
    ['with a leading zero', { amountRecovered: '007' }, contacts, 'open', 'invalid-input amountRecovered'],
    ['of nothing recovered', { amountRecovered: '0' }, contacts, 'open', 'fine'],
  ])('%s', (_, change, given, confidentiality, answer) => {
    const refusal = checkReport({ confidentiality }, { ...REPORT, ...change }, given);
    expect(refusal ? `${refusal.code} ${refusal.field}` : 'fine').toBe(answer);
  });

  it.each([
    ['0', '0.00'],
    ['12600.5', '12600.50'],
    ['3.14', '3.14'],
  ])('%s yuan are %s', (given, written) => {
    expect(yuan(given)).toBe(written);
  });

  it('goes to the superior, and from the intake unit itself to the call-back', () => {
    const up = reportHop(inNanshan().signed().build(), REPORT, SMALL_TREE, start);
    expect([up.state, up.turn?.unit.id]).toEqual(['reported', SHENZHEN.id]);
    const own = reportHop(aTicket(SHENZHEN).build(), REPORT, SMALL_TREE, start);
    expect([own.state, own.turn?.unit.id]).toEqual(['call-back', SHENZHEN.id]);
  });
});

describe('a review', () => {
  const reviewedBy = (unit: typeof NANSHAN) =>
    inNanshan()
      .signed()
      .with({ state: 'reported', turn: { unit: { id: unit.id, path: unit.path }, expected: 'review' } })
      .build();

  it.each([
    [SHENZHEN, 'reported', GUANGDONG],
    [GUANGDONG, 'reported', NATION],
    [NATION, 'call-back', NATION],
  ])('accepted, it goes on: %#', (by, state, next) => {
    const step = acceptReport(reviewedBy(by), SMALL_TREE, start);
    expect([step.state, step.turn?.unit.id]).toEqual([state, next.id]);
  });

  it('sends back to the unit that reported', () => {
    const step = sendBack(reviewedBy(GUANGDONG), SMALL_TREE, start);
    expect([step.state, step.turn?.unit.id, step.redo]).toEqual(['handling', NANSHAN.id, true]);
  });
});
