import type { Tree, Unit } from '@hotline/organization';
import {
  askParts,
  custody,
  fitReceiver,
  type PartWish,
  refOf,
  type Step,
  type TicketFacts,
  withParts,
} from '@hotline/ticket';
import { arrivalParts, closedReceiver } from './arrival-parts.js';
import type { Receivers } from './chains.js';
import { type SendInput, sendOn } from './custody-steps.js';
import { leaveUndelivered } from './undelivered.js';

/** Where a ticket that travels goes: to the unit chosen before, by a person or by the catalogue, else where it is decided. */
export type OnTheWay = Receivers;

export function wayOf(facts: TicketFacts, decided: Receivers, tree: Tree): OnTheWay {
  const chosen = facts.targetUnitId ? tree.find(facts.targetUnitId) : undefined;
  if (!chosen) return decided;
  // Later hops of a route repeat why the target was chosen: the explanation stored with the hop before.
  const { explanation } = custody(facts);
  const byCatalogue = explanation.catalogueVersion !== null;
  return { lead: { clear: true, target: chosen, explanation }, support: byCatalogue ? decided.support : [] };
}

export interface Sent {
  readonly step: Step;
  /** The lead and everybody asked for a part. */
  readonly receivers: readonly Unit[];
}

/**
 * One custody further, with the parts that go with it: those a dispatcher names at once, those of a setting or of the
 * home province on arrival. All receivers are sent to in one step, or none when one of them is closed.
 */
export function sendWithParts(
  input: SendInput,
  chain: Receivers['support'],
  named: readonly PartWish[],
): Sent {
  const { facts, tree, sentBy, now, start } = input;
  const fit = fitReceiver(facts, input.target, tree);
  const step = sendOn({ ...input, target: fit.unit, explanation: explained(input.explanation, fit.because) });
  const byThemselves = arrivalParts(facts, fit.unit, chain, tree).filter(
    ({ unit }) => !named.some((wish) => wish.unit.id === unit.id),
  );
  const all = [...named, ...byThemselves];
  const receivers = [fit.unit, ...all.map(({ unit }) => unit)];
  const closed = closedReceiver(receivers);
  if (closed) return { step: leaveUndelivered(facts, tree, receivers, closed), receivers };
  const wishes = step.state === 'dispatched' ? all : named;
  const parts = askParts({
    facts,
    wishes,
    parentHopId: step.hop?.id ?? custody(facts).id,
    from: refOf(tree.get(custody(facts).toUnitId)),
    sentBy,
    now,
    start,
  });
  return { step: withParts(step, parts), receivers: [fit.unit, ...wishes.map(({ unit }) => unit)] };
}

function explained(explanation: SendInput['explanation'], because: string | null): SendInput['explanation'] {
  if (!because || explanation.text.includes(because)) return explanation;
  return { ...explanation, text: `${explanation.text}；${because}` };
}
