import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import { type Actor, hasPermission } from '@hotline/organization';
import type { TicketFacts } from '../facts.js';
import type { Rule } from './rule.js';
import { LIFECYCLE, TICKET_VERBS, type TicketVerb } from './table.js';
import { WHO } from './who.js';

/** May this person do this verb now? The order of the answers matters: right before state before guard. */
export function mayDo(verb: TicketVerb, facts: TicketFacts, actor: Actor, now: Instant): Decision<Rule> {
  const rule = LIFECYCLE[verb];
  if (!hasPermission(actor, rule.permission)) return deny('forbidden');
  if (!rule.from.includes(facts.state)) return deny('wrong-state', { facts: { state: facts.state, verb } });
  if (!WHO[rule.who].holds(facts, actor, rule.permission)) return deny('not-your-turn', { facts: { verb } });
  const obstacle = rule.guard?.(facts, now) ?? null;
  return obstacle ? deny(obstacle, { facts: { state: facts.state, verb } }) : allow(rule);
}

/** What the console may offer this person. */
export function verbsFor(facts: TicketFacts, actor: Actor, now: Instant): TicketVerb[] {
  return TICKET_VERBS.filter((verb) => mayDo(verb, facts, actor, now).ok);
}
