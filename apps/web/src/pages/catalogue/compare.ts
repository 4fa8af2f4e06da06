import type { CatalogueComparison, CatalogueRule } from '../../api/contract';
import { CONDITIONS } from './rules';

/** The fields in the order the server compares them. */
const FIELDS: readonly (readonly [string, (rule: CatalogueRule) => string[]])[] = [
  ['name', (rule) => [rule.name]],
  ['rank', (rule) => [String(rule.rank)]],
  ...CONDITIONS.map((key) => [`when.${key}`, (rule: CatalogueRule) => [...(rule.when[key] ?? [])]] as const),
  ['chain', (rule) => [rule.chain]],
  ['level', (rule) => (rule.chain === 'territorial' ? [rule.level] : [])],
  ['routeBy', (rule) => (rule.chain === 'territorial' ? [...rule.routeBy] : [])],
  ['unitId', (rule) => (rule.chain === 'unit' && rule.unitId ? [rule.unitId] : [])],
  ['text', (rule) => [rule.text]],
];

const isSame = (field: string, before: readonly string[], after: readonly string[]): boolean => {
  const plain = (values: readonly string[]) =>
    JSON.stringify(field.startsWith('when.') ? [...values].sort() : values);
  return plain(before) === plain(after);
};

/** Rules are the same by number; of a number written twice the second answers to the second. */
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

/**
 * The newer copy against what is typed here. The server compares what it has; of text not yet saved only this screen
 * knows, so after a refused save it looks for the differences itself.
 */
export function compareRules(
  before: readonly CatalogueRule[],
  after: readonly CatalogueRule[],
): CatalogueComparison {
  const [old, fresh] = [byNumber(before), byNumber(after)];
  const kept = [...old].flatMap(([key, rule]) => {
    const now = fresh.get(key);
    if (!now) return [];
    const fields = FIELDS.map(([field, read]) => ({ field, before: read(rule), after: read(now) }));
    return [
      {
        no: now.no,
        name: now.name,
        fields: fields.filter((one) => !isSame(one.field, one.before, one.after)),
      },
    ];
  });
  const changed = kept.filter((one) => one.fields.length > 0);
  return {
    added: [...fresh].flatMap(([key, rule]) => (old.has(key) ? [] : [rule])),
    removed: [...old].flatMap(([key, rule]) => (fresh.has(key) ? [] : [rule])),
    changed,
    same: kept.length - changed.length,
  };
}

export const isSameRules = ({ added, removed, changed }: CatalogueComparison): boolean =>
  added.length + removed.length + changed.length === 0;
