import { type CatalogueRule, type ConditionKey, CONDITIONS, plainName } from './catalogue.js';
import { CHAIN_OF_INDUSTRY } from './route.js';
import { fieldOfItem } from './rule-faults.js';

type Values = readonly string[];

const contains = (wide: Values, narrow: Values): boolean => narrow.every((one) => wide.includes(one));

/** Whether everything the narrow values let through also passes the wide ones. */
const COVERS: Readonly<Partial<Record<ConditionKey, (wide: Values, narrow: Values) => boolean>>> = {
  places: (wide, narrow) => narrow.every((one) => wide.some((prefix) => one.startsWith(prefix))),
  employers: (wide, narrow) =>
    narrow.every((one) => wide.some((word) => plainName(one).includes(plainName(word)))),
};

function narrowed({ when }: CatalogueRule, key: ConditionKey): Values | undefined {
  // An item says its field too.
  if (key === 'fields' && !when.fields && when.items) return when.items.map(fieldOfItem);
  return when[key];
}

/** True when `wide` holds for every case that `narrow` holds for. */
export function isWider(wide: CatalogueRule, narrow: CatalogueRule): boolean {
  return CONDITIONS.every((key) => {
    const asked = wide.when[key];
    if (!asked) return true;
    const given = narrowed(narrow, key);
    return given !== undefined && (COVERS[key] ?? contains)(asked, given);
  });
}

/**
 * True when `first` has an answer wherever `second` has one. A rule by places has none while they are unknown, and the
 * next rank is then asked: a later rule that looks at more places is reached.
 */
function answersWherever(first: CatalogueRule, second: CatalogueRule): boolean {
  if (first.chain === 'unit') return true;
  if (first.chain === 'industrial') {
    const industries = second.when.industries ?? [];
    return industries.length > 0 && industries.every((code) => CHAIN_OF_INDUSTRY[code]);
  }
  return second.chain === 'territorial' && contains(first.routeBy, second.routeBy);
}

export function shadows(first: CatalogueRule, second: CatalogueRule): boolean {
  return first.rank < second.rank && isWider(first, second) && answersWherever(first, second);
}

/** The same text for the same conditions, in whatever order they were written. */
export function conditionsKey({ when }: Pick<CatalogueRule, 'when'>): string {
  return JSON.stringify(CONDITIONS.map((key) => when[key] && [...when[key]].sort()));
}

export function targetKey({ chain, routeBy, level, unitId }: CatalogueRule): string {
  if (chain === 'industrial') return chain;
  return chain === 'unit' ? `unit ${unitId ?? ''}` : `${level} ${routeBy.join()}`;
}
