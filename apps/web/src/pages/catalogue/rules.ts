import type { CatalogueFault, CatalogueRule, CatalogueRuleInput } from '../../api/contract';

/** A rule on this screen: numbers may be typed twice, so a key of its own tells rules apart. */
export interface EditedRule extends CatalogueRule {
  key: string;
}

export interface Removed {
  rule: EditedRule;
  at: number; // where it stood
}

export const MOST_RULES = 300;
const MOST_NO = 9999;
const LAST_RANK = 30;
const MOST_NAME = 60;

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
export type Condition = (typeof CONDITIONS)[number];

export const PLACES = ['workplace', 'employerSeat', 'caller', 'insurance'] as const;
export type PlaceKey = (typeof PLACES)[number];

export function keyed(rules: readonly CatalogueRule[], newKey: () => string): EditedRule[] {
  return rules.map((rule) => ({ ...rule, key: newKey() }));
}

/** As the server takes it: without what was only shown, and without conditions that have no values. */
export function inputOf({ key: _, unit: __, ...rule }: EditedRule): CatalogueRuleInput {
  const when = Object.fromEntries(Object.entries(rule.when).filter(([, values]) => values.length > 0));
  return { ...rule, when };
}

/** One more than the highest number; near the end of the numbers the first free one. */
export function nextNo(rules: readonly CatalogueRule[]): number {
  const taken = new Set(rules.map((rule) => rule.no));
  const next = Math.max(0, ...taken) + 1;
  if (next <= MOST_NO) return next;
  return Array.from({ length: MOST_NO }, (_, index) => index + 1).find((no) => !taken.has(no)) ?? MOST_NO;
}

export function blankRule(rules: readonly CatalogueRule[], key: string): EditedRule {
  return {
    key,
    no: nextNo(rules),
    name: '',
    rank: LAST_RANK,
    when: {},
    routeBy: ['workplace', 'employerSeat', 'caller'],
    level: 'county',
    chain: 'territorial',
    unit: null,
    text: '',
  };
}

export function changed(
  rules: readonly EditedRule[],
  key: string,
  part: Partial<CatalogueRule>,
): EditedRule[] {
  return rules.map((rule) => (rule.key === key ? { ...rule, ...part } : rule));
}

/** A copy right behind its model, with a number of its own. */
export function duplicated(
  rules: readonly EditedRule[],
  at: number,
  copy: { key: string; suffix: string },
): EditedRule[] {
  const model = rules[at];
  if (!model) return [...rules];
  const name = `${model.name.slice(0, MOST_NAME - copy.suffix.length)}${copy.suffix}`;
  return rules.toSpliced(at + 1, 0, { ...model, key: copy.key, no: nextNo(rules), name });
}

/** Puts a removed rule back where it stood, or at the end when the list has become shorter. */
export function restored(rules: readonly EditedRule[], { rule, at }: Removed): EditedRule[] {
  return rules.toSpliced(Math.min(at, rules.length), 0, rule);
}

/** `rules.11.when.fields` → `when.fields`; the whole catalogue has no field. */
export function fieldOf(fault: CatalogueFault): string | null {
  return /^rules\.\d+\.(.+)$/.exec(fault.field)?.[1] ?? null;
}

/** The faults of the rule in this row, counted from 1. */
export const faultsAt = (faults: readonly CatalogueFault[], row: number): CatalogueFault[] =>
  faults.filter((fault) => fault.row === row);

/** Positions of the rules that hold every typed word in their number, name or sentence. */
export function rowsWith(rules: readonly CatalogueRule[], typed: string): number[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.flatMap((rule, index) => {
    const held = `${rule.no} ${rule.name} ${rule.text} ${rule.unit?.name ?? ''}`.toLowerCase();
    return words.every((word) => held.includes(word)) ? [index] : [];
  });
}

/** `440300` → `4403`: the beginning that covers the place with everything below it. */
export const prefixOf = (code: string): string => code.replace(/(?:00){1,2}$/, '');
export const codeOf = (prefix: string): string => prefix.padEnd(6, '0');

/** Moves one entry of an order up (-1) or down (1); at the edge nothing happens. */
export function moved<T>(order: readonly T[], at: number, by: -1 | 1): T[] {
  const one = order[at];
  const to = at + by;
  if (one === undefined || to < 0 || to >= order.length) return [...order];
  return order.toSpliced(at, 1).toSpliced(to, 0, one);
}
