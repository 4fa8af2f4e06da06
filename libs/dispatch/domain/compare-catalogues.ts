import { type CatalogueRule, CONDITIONS } from './catalogue.js';

/** One field of a rule that differs; conditions and places as lists, everything else as a list of one. */
export interface FieldChange {
  /** `name`, `when.kinds`, `routeBy` … */
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface RuleChange {
  readonly no: number;
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

export interface Comparison {
  readonly added: readonly CatalogueRule[];
  readonly removed: readonly CatalogueRule[];
  readonly changed: readonly RuleChange[];
  readonly same: number;
}

const FIELDS: readonly (readonly [string, (rule: CatalogueRule) => readonly string[]])[] = [
  ['name', (rule) => [rule.name]],
  ['rank', (rule) => [String(rule.rank)]],
  ...CONDITIONS.map((key) => [`when.${key}`, (rule: CatalogueRule) => rule.when[key] ?? []] as const),
  ['chain', (rule) => [rule.chain]],
  // What a chain does not use is no difference.
  ['level', (rule) => (rule.chain === 'territorial' ? [rule.level] : [])],
  ['routeBy', (rule) => (rule.chain === 'territorial' ? rule.routeBy : [])],
  ['unitId', (rule) => (rule.chain === 'unit' && rule.unitId ? [rule.unitId] : [])],
  ['text', (rule) => [rule.text]],
];

/** Conditions are sets; the places that decide have an order. */
const same = (field: string, before: readonly string[], after: readonly string[]): boolean => {
  const text = (values: readonly string[]) =>
    JSON.stringify(field.startsWith('when.') ? [...values].sort() : values);
  return text(before) === text(after);
};

function changesOf(before: CatalogueRule, after: CatalogueRule): FieldChange[] {
  return FIELDS.map(([field, read]) => ({ field, before: read(before), after: read(after) })).filter(
    (change) => !same(change.field, change.before, change.after),
  );
}

/** A draft may hold a number twice; the second one then answers to the second. */
function byNumber(rules: readonly CatalogueRule[]): Map<string, CatalogueRule> {
  const seen = new Map<number, number>();
  return new Map(
    rules.map((rule) => {
      const nth = (seen.get(rule.no) ?? 0) + 1;
      seen.set(rule.no, nth);
      return [`${rule.no}#${nth}`, rule];
    }),
  );
}

/** What somebody who knows the one version has to learn to know the other; rules are the same by their number. */
export function compareCatalogues(
  before: readonly CatalogueRule[],
  after: readonly CatalogueRule[],
): Comparison {
  const [old, fresh] = [byNumber(before), byNumber(after)];
  const kept = [...old].flatMap(([key, rule]) => {
    const now = fresh.get(key);
    return now ? [{ no: rule.no, name: now.name, fields: changesOf(rule, now) }] : [];
  });
  const changed = kept.filter((one) => one.fields.length > 0);
  return {
    added: [...fresh].filter(([key]) => !old.has(key)).map(([, rule]) => rule),
    removed: [...old].filter(([key]) => !fresh.has(key)).map(([, rule]) => rule),
    changed,
    same: kept.length - changed.length,
  };
}
