import type { CatalogueRule, RouteQuestion } from './catalogue.js';

export const PROPOSAL_STATES = ['open', 'accepted', 'refused'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export interface ProposalFacts {
  readonly question: RouteQuestion;
  /** The rule that sent the ticket to the wrong unit; the proposed one has to come before it. */
  readonly rule: number | null;
  readonly unit: { readonly id: string; readonly name: string };
  readonly reason: string;
}

const LAST_RANK = 30;

/**
 * The narrowest rule that would have sent the ticket right: its kind and field at its confirmed workplace go to the
 * unit. A person widens or narrows it in the draft.
 */
export function ruleOfProposal(facts: ProposalFacts, rules: readonly CatalogueRule[]): CatalogueRule {
  const { question, unit, reason } = facts;
  const { code, guessed } = question.places.workplace;
  const rank = rules.find((one) => one.no === facts.rule)?.rank ?? LAST_RANK;
  return {
    no: Math.max(0, ...rules.map((one) => one.no)) + 1,
    name: `改派${unit.name}`.slice(0, 60),
    rank: Math.max(1, rank - 1),
    when: {
      ...(question.kind ? { kinds: [question.kind] } : {}),
      ...(question.field ? { fields: [question.field] } : {}),
      ...(code && !guessed ? { places: [code] } : {}),
    },
    routeBy: [],
    level: 'county',
    chain: 'unit',
    unitId: unit.id,
    text: reason,
  };
}
