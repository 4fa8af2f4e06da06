import { allow, type Decision, deny, type Instant, type RefusalCode } from '@hotline/kernel';
import { type Actor, actsFor, hasPermission, overrules, type Permission } from '@hotline/organization';
import { custody, type TicketFacts, type TicketState } from './facts.js';

export const TICKET_VERBS = [
  'dispatch',
  'recall',
  'sign',
  'log-worker-contact',
  'pass-down',
  'request-return',
  'rule-return',
  'report',
  'review',
  'record-call-back',
  'close',
  'reveal-identity',
] as const;
export type TicketVerb = (typeof TICKET_VERBS)[number];

/** In whose name the verb is done. */
type Who = 'turn-unit' | 'above-turn-unit' | 'custody-unit' | 'ruling-unit' | 'sender' | 'once-in-custody';

interface Rule {
  readonly from: readonly TicketState[];
  readonly to: readonly TicketState[];
  readonly permission: Permission;
  readonly who: Who;
  readonly guard?: (facts: TicketFacts, now: Instant) => RefusalCode | null;
}

/** A return request is open: until it is ruled, the unit neither reports nor passes the ticket on. */
const notBeingRuled = (facts: TicketFacts): RefusalCode | null => (facts.openReturn ? 'wrong-state' : null);

// Three unanswered attempts are enough for a close; they count as "not reached", never as satisfied.
export const CALL_BACK_ATTEMPTS = 3;

/** One table for the rule, the rights, the verbs the console offers and the tests. */
export const LIFECYCLE: Readonly<Record<TicketVerb, Rule>> = {
  dispatch: {
    from: ['unclear'],
    to: ['dispatched', 'queued'],
    permission: 'ticket.dispatch',
    who: 'above-turn-unit',
  },
  recall: {
    from: ['queued', 'dispatched'],
    to: ['unclear'],
    permission: 'ticket.read',
    who: 'sender',
    guard: (facts, now) => {
      if (custody(facts).signedAt) return 'already-signed';
      return facts.recallUntil && now <= facts.recallUntil ? null : 'recall-window-over';
    },
  },
  sign: {
    from: ['dispatched'],
    to: ['handling'],
    permission: 'ticket.sign',
    who: 'turn-unit',
    guard: notBeingRuled,
  },
  'log-worker-contact': {
    from: ['handling'],
    to: ['handling'],
    permission: 'ticket.handle',
    who: 'custody-unit',
  },
  'pass-down': {
    from: ['dispatched', 'handling'],
    to: ['dispatched', 'queued'],
    permission: 'ticket.handle',
    who: 'custody-unit',
    guard: notBeingRuled,
  },
  'request-return': {
    from: ['dispatched', 'handling'],
    to: ['dispatched', 'handling'],
    permission: 'ticket.handle',
    who: 'custody-unit',
    guard: (facts) => {
      if (facts.openReturn || !custody(facts).fromUnitId) return 'wrong-state';
      const unitId = custody(facts).toUnitId;
      return facts.returns.some((one) => one.unitId === unitId) ? 'return-cap-reached' : null;
    },
  },
  'rule-return': {
    from: ['dispatched', 'handling'],
    to: ['dispatched', 'handling', 'unclear', 'queued'],
    permission: 'ticket.rule',
    who: 'ruling-unit',
    guard: (facts) => (facts.openReturn ? null : 'wrong-state'),
  },
  report: {
    from: ['handling'],
    to: ['reported', 'call-back'],
    permission: 'ticket.handle',
    who: 'custody-unit',
    guard: notBeingRuled,
  },
  review: {
    from: ['reported'],
    to: ['reported', 'call-back', 'handling'],
    permission: 'ticket.review',
    who: 'turn-unit',
  },
  'record-call-back': {
    from: ['call-back'],
    to: ['call-back', 'dispatched', 'handling'],
    permission: 'ticket.call-back',
    who: 'turn-unit',
    guard: (facts) => (facts.callBacks.reached ? 'wrong-state' : null),
  },
  close: {
    from: ['call-back'],
    to: ['closed'],
    permission: 'ticket.call-back',
    who: 'turn-unit',
    guard: (facts) =>
      facts.callBacks.reached || facts.callBacks.attempts >= CALL_BACK_ATTEMPTS
        ? null
        : 'rating-without-contact',
  },
  'reveal-identity': {
    from: ['queued', 'unclear', 'dispatched', 'handling', 'reported', 'call-back', 'closed'],
    to: [],
    permission: 'identity.reveal',
    who: 'once-in-custody',
    guard: (facts) => (facts.identityId ? null : 'not-found'),
  },
};

const IN_WHOSE_NAME: Readonly<
  Record<Who, (facts: TicketFacts, actor: Actor, permission: Permission) => boolean>
> = {
  'turn-unit': (facts, actor, permission) => !!facts.turn && actsFor(actor, permission, facts.turn.unit.id),
  'above-turn-unit': (facts, actor, permission) =>
    !!facts.turn && overrules(actor, permission, facts.turn.unit.path),
  'custody-unit': (facts, actor, permission) => actsFor(actor, permission, custody(facts).toUnitId),
  'ruling-unit': (facts, actor, permission) =>
    !!facts.openReturn && actsFor(actor, permission, facts.openReturn.rulerUnitId),
  // Hops sent on by the system carry no sender: the last person who sent the ticket on its way may call it back.
  sender: (facts, actor) => facts.hops.filter((hop) => hop.sentBy).at(-1)?.sentBy === actor.accountId,
  'once-in-custody': (facts, actor, permission) =>
    facts.hops.some((hop) => !hop.recalledAt && actsFor(actor, permission, hop.toUnitId)),
};

/** May this person do this verb now? The order of the answers matters: right before state before guard. */
export function mayDo(verb: TicketVerb, facts: TicketFacts, actor: Actor, now: Instant): Decision<Rule> {
  const rule = LIFECYCLE[verb];
  if (!hasPermission(actor, rule.permission)) return deny('forbidden');
  if (!rule.from.includes(facts.state)) return deny('wrong-state', { facts: { state: facts.state, verb } });
  if (!IN_WHOSE_NAME[rule.who](facts, actor, rule.permission))
    return deny('not-your-turn', { facts: { verb } });
  const obstacle = rule.guard?.(facts, now) ?? null;
  return obstacle ? deny(obstacle, { facts: { state: facts.state, verb } }) : allow(rule);
}

/** What the console may offer this person. */
export function verbsFor(facts: TicketFacts, actor: Actor, now: Instant): TicketVerb[] {
  return TICKET_VERBS.filter((verb) => mayDo(verb, facts, actor, now).ok);
}

/** Problems of the table itself; the program refuses to start with any. */
export function lifecycleFaults(table: Readonly<Record<string, Rule>> = LIFECYCLE): string[] {
  const rules = Object.entries(table);
  const faults: string[] = [];
  // 'queued' leaves by the dispatch job, not by a person's verb.
  const reached = new Set<TicketState>(['queued', 'unclear', 'dispatched']);
  for (const [, rule] of rules) for (const state of rule.to) reached.add(state);
  for (const state of ['handling', 'reported', 'call-back', 'closed'] as const) {
    if (!reached.has(state)) faults.push(`state ${state} cannot be reached`);
  }
  for (const state of ['unclear', 'dispatched', 'handling', 'reported', 'call-back'] as const) {
    const leaves = rules.some(
      ([, rule]) => rule.from.includes(state) && rule.to.some((next) => next !== state),
    );
    if (!leaves) faults.push(`state ${state} is a dead end`);
  }
  for (const [verb, rule] of rules) if (!rule.permission) faults.push(`verb ${verb} has no permission`);
  return faults;
}
