import type { Tree, Unit } from '@hotline/organization';
import type { TicketFacts } from './facts.js';
import { unitRecused } from './recusal.js';
import type { PartWish } from './support.js';

const HOME_PART = '职工所在省协办：协助联系职工、核实情况，配合主办单位办理。';

/** The provincial level of a unit's chain; undefined for the national union itself. */
export const provinceOf = (tree: Tree, unit: Unit): Unit | undefined =>
  [...tree.ancestors(unit.id), unit].find((one) => one.level === 'province');

/** The province the worker turned to: of the unit that took the case, or of the confirmed place of the caller. */
export function homeProvince(facts: Pick<TicketFacts, 'intake' | 'places'>, tree: Tree): Unit | undefined {
  const taken = provinceOf(tree, tree.get(facts.intake.id));
  if (taken) return taken.kind === 'territorial' ? taken : undefined;
  const { code, guessed } = facts.places.caller;
  const place = code && !guessed ? tree.ofRegion(code) : undefined;
  return place && provinceOf(tree, place);
}

type Case = Pick<TicketFacts, 'intake' | 'places' | 'recusals'>;

/** The part of the home province in a case that arrives in another one (by the national node); never of a recused one. */
export function homePart(facts: Case, target: Unit, tree: Tree): PartWish | null {
  const home = homeProvince(facts, tree);
  const there = provinceOf(tree, target);
  if (!home || !there || there.kind !== 'territorial' || home.id === there.id) return null;
  if (unitRecused(facts, home.id)) return null;
  const text = `跨省办理：${home.name}为职工所在省，协办`;
  const explanation = { text, catalogueVersion: null, rule: null };
  return { unit: home, asked: HOME_PART, dueAt: null, source: 'home-province', explanation };
}

/** A unit already asked is not asked again, and nobody supports itself. */
export function notYetAsked(
  facts: Pick<TicketFacts, 'supports'>,
  target: Unit,
  wishes: readonly PartWish[],
): PartWish[] {
  const asked = new Set([target.id, ...facts.supports.map((part) => part.unitId)]);
  return wishes.filter(({ unit }) => !asked.has(unit.id) && asked.add(unit.id));
}
