import type { UnitLevel } from '@hotline/organization';
import type { Confidentiality } from '@hotline/ticket';

export const PLACE_KEYS = ['workplace', 'employerSeat', 'caller', 'insurance'] as const;
export type PlaceKey = (typeof PLACE_KEYS)[number];

/** One rule of the dispatch catalogue (派单目录): category × place × industry → unit. */
export interface CatalogueRule {
  readonly no: number;
  readonly name: string;
  /** Lower goes first; rules of one rank that name different units are a conflict for a person to decide. */
  readonly rank: number;
  /** Every given condition must hold; an absent one holds always. */
  readonly when: {
    readonly kinds?: readonly string[];
    readonly fields?: readonly string[];
    readonly tags?: readonly string[];
    readonly industries?: readonly string[];
    readonly confidentiality?: readonly Confidentiality[];
  };
  /** Which place decides, in this order. */
  readonly routeBy: readonly PlaceKey[];
  /** How deep the ticket goes by itself. */
  readonly level: Extract<UnitLevel, 'national' | 'province' | 'city' | 'county'>;
  readonly chain: 'territorial' | 'industrial';
  readonly text: string;
}

export interface Catalogue {
  readonly version: number;
  readonly effectiveFrom: Date;
  readonly author: string;
  readonly note: string;
  readonly rules: readonly CatalogueRule[];
}

export interface RouteQuestion {
  readonly kind?: string | undefined;
  readonly field?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly industry?: string | null | undefined;
  readonly confidentiality?: Confidentiality | undefined;
  readonly places: Readonly<Record<PlaceKey, { readonly code: string | null; readonly guessed: boolean }>>;
}

const holds = (wanted: readonly string[] | undefined, given: string | null | undefined): boolean =>
  !wanted || (given != null && wanted.includes(given));

export function matches(rule: CatalogueRule, question: RouteQuestion): boolean {
  const { kinds, fields, tags, industries, confidentiality } = rule.when;
  return (
    holds(kinds, question.kind) &&
    holds(fields, question.field) &&
    holds(industries, question.industry) &&
    holds(confidentiality, question.confidentiality) &&
    (!tags || tags.some((tag) => question.tags?.includes(tag)))
  );
}
