import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import { type Actor, hasPermission } from '@hotline/organization';
import type { TicketFacts } from '../facts.js';
import { isRecused, withoutRecused } from '../recusal.js';
import { aboutPart } from '../support.js';
import type { Rule } from './rule.js';
import { PART_VERBS, type PartVerb } from './support-verbs.js';
import { LIFECYCLE, TICKET_VERBS, type TicketVerb } from './table.js';
import { WHO } from './who.js';

/** May this person do this verb now? The order of the answers matters: right before state before guard. */
export function mayDo(verb: TicketVerb, facts: TicketFacts, person: Actor, now: Instant): Decision<Rule> {
  const rule = LIFECYCLE[verb];
  if (isRecused(facts, person)) return deny('recused');
  const actor = withoutRecused(facts, person);
  if (!hasPermission(actor, rule.permission)) return deny('forbidden');
  if (!rule.from.includes(facts.state)) return deny('wrong-state', { facts: { state: facts.state, verb } });
  if (!WHO[rule.who].holds(facts, actor, rule.permission)) return deny('not-your-turn', { facts: { verb } });
  const obstacle = rule.guard?.(facts, now) ?? null;
  return obstacle ? deny(obstacle, { facts: { state: facts.state, verb } }) : allow(rule);
}

/** What the console may offer this person. */
export function verbsFor(facts: TicketFacts, actor: Actor, now: Instant): TicketVerb[] {
  const ofParts = new Set(facts.supports.flatMap((part) => partVerbsFor(facts, part.id, actor, now)));
  return TICKET_VERBS.filter((verb) =>
    isPartVerb(verb) ? ofParts.has(verb) : mayDo(verb, facts, actor, now).ok,
  );
}

const isPartVerb = (verb: TicketVerb): verb is PartVerb => (PART_VERBS as readonly string[]).includes(verb);

/** What the console may offer this person about one part. */
export function partVerbsFor(facts: TicketFacts, partId: string, actor: Actor, now: Instant): PartVerb[] {
  const about = aboutPart(facts, partId);
  return PART_VERBS.filter((verb) => mayDo(verb, about, actor, now).ok);
}
