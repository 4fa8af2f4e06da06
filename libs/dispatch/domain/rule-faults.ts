import type { Tree } from '@hotline/organization';
import { CONFIDENTIALITIES, FIELDS, hasCode, INDUSTRIES, KINDS, TAGS } from '@hotline/ticket';
import { type CatalogueRule, type ConditionKey, CONDITIONS } from './catalogue.js';
import { type CatalogueFault, faultAt } from './catalogue-fault.js';
import { CHAIN_OF_INDUSTRY } from './route.js';

/** What the check knows of the world the rules speak about. */
export interface KnownWorld {
  readonly tree: Tree;
  /** True when a division has this code or a code with this beginning. */
  readonly isPlace: (prefix: string) => boolean;
}

export interface PlacedRule {
  /** From 1. */
  readonly row: number;
  readonly rule: CatalogueRule;
}

const ITEMS = new Set(
  FIELDS.flatMap((field) => field.items.map((item: { code: string }) => `${field.code}/${item.code}`)),
);
export const fieldOfItem = (item: string): string => item.slice(0, item.indexOf('/'));

const KNOWS: Readonly<Record<ConditionKey, (code: string, world: KnownWorld) => boolean>> = {
  kinds: (code) => hasCode(KINDS, code),
  fields: (code) => FIELDS.some((field) => field.code === code),
  items: (code) => ITEMS.has(code),
  tags: (code) => hasCode(TAGS, code),
  industries: (code) => hasCode(INDUSTRIES, code),
  confidentiality: (code) => hasCode(CONFIDENTIALITIES, code),
  employers: (word) => word.trim() !== '',
  places: (prefix, world) => world.isPlace(prefix),
};

/** What is wrong with one rule by itself. */
export function ruleFaults({ row, rule }: PlacedRule, world: KnownWorld): CatalogueFault[] {
  const place = { row, no: rule.no };
  const faults = [...conditionFaults(place, rule, world), ...targetFaults(place, rule, world.tree)];
  return rule.name.trim() === '' ? [faultAt(place, 'name', 'name-missing'), ...faults] : faults;
}

type Place = { readonly row: number; readonly no: number };

function conditionFaults(place: Place, { when }: CatalogueRule, world: KnownWorld): CatalogueFault[] {
  const faults = CONDITIONS.flatMap((key) => {
    const given = when[key];
    const field = `when.${key}`;
    if (given?.length === 0) return [faultAt(place, field, 'condition-empty')];
    return (given ?? [])
      .filter((code) => !KNOWS[key](code, world))
      .map((value) => faultAt(place, field, 'code-unknown', { value }));
  });
  const { fields, items } = when;
  const strange = fields && items?.find((item) => ITEMS.has(item) && !fields.includes(fieldOfItem(item)));
  if (strange) faults.push(faultAt(place, 'when.items', 'item-outside-field', { value: strange }));
  return faults;
}

function targetFaults(place: Place, rule: CatalogueRule, tree: Tree): CatalogueFault[] {
  if (rule.chain === 'territorial')
    return rule.routeBy.length === 0 ? [faultAt(place, 'routeBy', 'route-by-empty')] : [];
  if (rule.chain === 'industrial') {
    return (rule.when.industries ?? [])
      .filter((code) => hasCode(INDUSTRIES, code) && !CHAIN_OF_INDUSTRY[code])
      .map((value) => faultAt(place, 'when.industries', 'chain-unknown', { value }));
  }
  if (!rule.unitId) return [faultAt(place, 'unitId', 'unit-missing')];
  const unit = tree.find(rule.unitId);
  if (!unit) return [faultAt(place, 'unitId', 'unit-unknown')];
  return unit.active ? [] : [faultAt(place, 'unitId', 'unit-closed', { value: unit.name })];
}
