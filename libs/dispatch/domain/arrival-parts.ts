import type { Tree, Unit } from '@hotline/organization';
import type { PartWish, TicketFacts } from '@hotline/ticket';
import { fitReceiver, homePart, notYetAsked } from '@hotline/ticket';
import type { Receivers } from './chains.js';

const CHAIN_PART = '按双派设置协办：提供本系统内的情况，配合主办单位调查、协调。';

type Case = Pick<
  TicketFacts,
  'intake' | 'places' | 'supports' | 'confidentiality' | 'kind' | 'identityConsent' | 'employer' | 'recusals'
>;

/**
 * The parts that go with an arrival by themselves: the other chain where both are sent, and the home province of a case
 * that left it (by the national node). A unit already asked is not asked again.
 */
export function arrivalParts(facts: Case, target: Unit, chain: Receivers['support'], tree: Tree): PartWish[] {
  const wishes: PartWish[] = chain.map(({ unit, explanation }) => {
    const fit = fitReceiver(facts, unit, tree);
    const text = fit.because ? `${explanation.text}（${fit.because}）` : explanation.text;
    return {
      unit: fit.unit,
      asked: CHAIN_PART,
      dueAt: null,
      source: 'chain',
      explanation: { ...explanation, text },
    };
  });
  const home = homePart(facts, target, tree);
  return notYetAsked(facts, target, home ? [...wishes, home] : wishes);
}

/** The first receiver that cannot be sent to: both are sent or none (a closed unit receives nothing). */
export const closedReceiver = (units: readonly Unit[]): Unit | undefined =>
  units.find((unit) => !unit.active);
