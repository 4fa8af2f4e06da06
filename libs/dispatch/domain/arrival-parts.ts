import type { Tree, Unit } from '@hotline/organization';
import type { PartWish, TicketFacts } from '@hotline/ticket';
import { fitReceiver } from '@hotline/ticket';
import type { Receivers } from './chains.js';

const CHAIN_PART = '按双派设置协办：提供本系统内的情况，配合主办单位调查、协调。';
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

type Case = Pick<
  TicketFacts,
  'intake' | 'places' | 'supports' | 'confidentiality' | 'kind' | 'identityConsent' | 'employer' | 'recusals'
>;

/**
 * The parts that go with an arrival by themselves: the other chain where both are sent, and the home province of a case
 * that left it (by the national node). A unit already asked is not asked again.
 */
export function arrivalParts(facts: Case, target: Unit, chain: Receivers['support'], tree: Tree): PartWish[] {
  const wishes: PartWish[] = chain.map(({ unit, explanation }) => {
    const fit = fitReceiver(facts, unit, tree);
    const text = fit.because ? `${explanation.text}（${fit.because}）` : explanation.text;
    return {
      unit: fit.unit,
      asked: CHAIN_PART,
      dueAt: null,
      source: 'chain',
      explanation: { ...explanation, text },
    };
  });
  const home = homeProvince(facts, tree);
  const there = provinceOf(tree, target);
  if (home && there && there.kind === 'territorial' && home.id !== there.id) {
    const text = `跨省办理：${home.name}为职工所在省，协办`;
    const explanation = { text, catalogueVersion: null, rule: null };
    wishes.push({ unit: home, asked: HOME_PART, dueAt: null, source: 'home-province', explanation });
  }
  const asked = new Set([target.id, ...facts.supports.map((part) => part.unitId)]);
  return wishes.filter(({ unit }) => !asked.has(unit.id) && asked.add(unit.id));
}

/** The first receiver that cannot be sent to: both are sent or none (a closed unit receives nothing). */
export const closedReceiver = (units: readonly Unit[]): Unit | undefined =>
  units.find((unit) => !unit.active);
