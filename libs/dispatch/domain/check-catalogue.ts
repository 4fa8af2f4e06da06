import { FIELDS, KINDS, type Term } from '@hotline/ticket';
import type { CatalogueRule } from './catalogue.js';
import { type CatalogueFault, faultAt } from './catalogue-fault.js';
import { type KnownWorld, type PlacedRule, ruleFaults } from './rule-faults.js';
import { conditionsKey, shadows, targetKey } from './rule-reach.js';

/** Everything that keeps these rules from being published, in the order of the rows; empty when they may be. */
export function checkCatalogue(rules: readonly CatalogueRule[], world: KnownWorld): CatalogueFault[] {
  if (rules.length === 0) return [faultAt(null, 'rules', 'no-rules')];
  const placed = rules.map((rule, index) => ({ row: index + 1, rule }));
  const own = placed.flatMap((one) => ruleFaults(one, world));
  const between = placed.flatMap((one) => [
    ...numberFaults(one, placed),
    ...conflictFaults(one, placed),
    ...reachFaults(one, placed),
  ]);
  const byRow = [...own, ...between].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return [...byRow, ...fallbackFaults(rules)];
}

function numberFaults({ row, rule }: PlacedRule, placed: readonly PlacedRule[]): CatalogueFault[] {
  const twin = placed.find((one) => one.row < row && one.rule.no === rule.no);
  return twin ? [faultAt({ row, no: rule.no }, 'no', 'number-twice', { other: twin.row })] : [];
}

/** Two rules of one rank and the same conditions: with another target a conflict, with the same one never heard. */
function conflictFaults({ row, rule }: PlacedRule, placed: readonly PlacedRule[]): CatalogueFault[] {
  const key = conditionsKey(rule);
  const twin = placed.find(
    (one) => one.row < row && one.rule.rank === rule.rank && conditionsKey(one.rule) === key,
  );
  if (!twin) return [];
  const code = targetKey(twin.rule) === targetKey(rule) ? 'never-reached' : 'rules-conflict';
  return [faultAt({ row, no: rule.no }, 'rank', code, { other: twin.rule.no })];
}

function reachFaults({ row, rule }: PlacedRule, placed: readonly PlacedRule[]): CatalogueFault[] {
  const first = placed.find((one) => shadows(one.rule, rule));
  return first ? [faultAt({ row, no: rule.no }, 'rank', 'never-reached', { other: first.rule.no })] : [];
}

/** A rule that any case of its kinds and fields meets, whatever else is known of it. */
const isFallback = ({ when: { kinds: _, fields: __, ...further }, chain }: CatalogueRule): boolean =>
  chain !== 'industrial' && Object.values(further).every((given) => given === undefined);

/** One fault for each set of kinds, with all the fields that miss them: not one for each of 7 × 14 pairs. */
function fallbackFaults(rules: readonly CatalogueRule[]): CatalogueFault[] {
  const fallbacks = rules.filter(isFallback);
  const covered = (kind: string, field: string): boolean =>
    fallbacks.some(
      ({ when }) => (when.kinds?.includes(kind) ?? true) && (when.fields?.includes(field) ?? true),
    );
  const open = new Map<string, { kinds: readonly Term[]; fields: Term[] }>();
  for (const field of FIELDS) {
    const kinds = KINDS.filter((kind) => !covered(kind.code, field.code));
    if (kinds.length === 0) continue;
    const key = kinds.map((kind) => kind.code).join();
    open.set(key, { kinds, fields: [...(open.get(key)?.fields ?? []), field] });
  }
  return [...open.values()].map(({ kinds, fields }) =>
    faultAt(null, 'rules', 'no-fallback', namesOf(kinds, fields)),
  );
}

function namesOf(kinds: readonly Term[], fields: readonly Term[]): { zh: string; en: string } {
  const names = (terms: readonly Term[], all: number, language: 'zh' | 'en', whole: string) =>
    terms.length === all ? whole : terms.map((term) => term[language]).join(language === 'zh' ? '、' : ', ');
  const zh = `${names(kinds, KINDS.length, 'zh', '全部类型')} × ${names(fields, FIELDS.length, 'zh', '全部领域')}`;
  const en = `${names(kinds, KINDS.length, 'en', 'all kinds')} × ${names(fields, FIELDS.length, 'en', 'all fields')}`;
  return { zh, en };
}
