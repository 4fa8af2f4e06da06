import type { UnitLevel } from '@hotline/organization';
import type { Confidentiality } from '@hotline/ticket';

export const PLACE_KEYS = ['workplace', 'employerSeat', 'caller', 'insurance'] as const;
export type PlaceKey = (typeof PLACE_KEYS)[number];

export const CONDITIONS = [
  'kinds',
  'fields',
  'items',
  'tags',
  'industries',
  'confidentiality',
  'employers',
  'places',
] as const;
export type ConditionKey = (typeof CONDITIONS)[number];

/** Every given condition must hold, by one of its values; an absent one holds always. */
export interface RuleConditions {
  readonly kinds?: readonly string[];
  readonly fields?: readonly string[];
  /** `field/item`, because an item's code is unique only within its field: `pay/unpaid-wages`. */
  readonly items?: readonly string[];
  readonly tags?: readonly string[];
  readonly industries?: readonly string[];
  readonly confidentiality?: readonly Confidentiality[];
  /** Words the employer's name holds, such as 美团; compared without width, case and blanks. */
  readonly employers?: readonly string[];
  /** Beginnings of the code of a confirmed workplace: `4403` is Shenzhen and all its counties. */
  readonly places?: readonly string[];
}

export const RULE_LEVELS = ['national', 'province', 'city', 'county'] as const;
/** Where a rule sends: down the places to a level, to the industry's own chain, or to one unit. */
export const RULE_CHAINS = ['territorial', 'industrial', 'unit'] as const;

/** One rule of the dispatch catalogue (派单目录): category × place × industry × employer → unit. */
export interface CatalogueRule {
  readonly no: number;
  readonly name: string;
  /** Lower goes first; rules of one rank that name different units are a conflict for a person to decide. */
  readonly rank: number;
  readonly when: RuleConditions;
  /** Which place decides, in this order; for the chain `territorial`. */
  readonly routeBy: readonly PlaceKey[];
  /** How deep the ticket goes by itself; for the chain `territorial`. */
  readonly level: Extract<UnitLevel, (typeof RULE_LEVELS)[number]>;
  readonly chain: (typeof RULE_CHAINS)[number];
  /** The one unit of the chain `unit`. */
  readonly unitId?: string;
  readonly text: string;
}

/** Version of rules that are not published: a draft being tried. */
export const DRAFT_VERSION = 0;

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
  readonly item?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly industry?: string | null | undefined;
  readonly employer?: string | null | undefined;
  readonly confidentiality?: Confidentiality | undefined;
  readonly places: Readonly<Record<PlaceKey, { readonly code: string | null; readonly guessed: boolean }>>;
}

const among = (wanted: readonly string[], given: string | null | undefined): boolean =>
  given != null && wanted.includes(given);

/** One spelling for names typed with wide letters, capitals or blanks. */
export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

const HOLDS: Readonly<Record<ConditionKey, (wanted: readonly string[], question: RouteQuestion) => boolean>> =
  {
    kinds: (wanted, { kind }) => among(wanted, kind),
    fields: (wanted, { field }) => among(wanted, field),
    items: (wanted, { field, item }) => among(wanted, field && item ? `${field}/${item}` : null),
    tags: (wanted, { tags }) => wanted.some((tag) => tags?.includes(tag)),
    industries: (wanted, { industry }) => among(wanted, industry),
    confidentiality: (wanted, { confidentiality }) => among(wanted, confidentiality),
    employers: (wanted, { employer }) => {
      const name = plainName(employer ?? '');
      return wanted.some((word) => name.includes(plainName(word)));
    },
    // A guess tells where the number was issued; no rule may hang on it.
    places: (wanted, { places: { workplace } }) =>
      !workplace.guessed && wanted.some((prefix) => workplace.code?.startsWith(prefix)),
  };

export function matches({ when }: Pick<CatalogueRule, 'when'>, question: RouteQuestion): boolean {
  return CONDITIONS.every((key) => {
    const wanted = when[key];
    return !wanted || HOLDS[key](wanted, question);
  });
}
