import type { Tree, Unit } from '@hotline/organization';
import { type Catalogue, matches, PLACE_KEYS, type PlaceKey, type RouteQuestion } from './catalogue.js';
import { CHAIN_OF_INDUSTRY, unitOfPlace } from './route.js';

export interface Suggestion {
  readonly unit: Unit;
  /** 0–100; all suggestions add up to 100. */
  readonly share: number;
  readonly reasons: readonly { readonly text: string; readonly rule: number | null }[];
}

export interface SuggestionFacts {
  readonly question: RouteQuestion;
  /** Title and text: place names in it are a hint, never a decision. */
  readonly words: string;
  /** Unit proposed by an unruled or granted return. */
  readonly proposedUnitId: string | null;
  /** Tickets of the same field sent to a unit in the last 90 days. */
  readonly recent: ReadonlyMap<string, number>;
  readonly holder: Unit;
}

export const MOST_SUGGESTIONS = 5;

const PLACE_WEIGHT: Readonly<Record<PlaceKey, number>> = {
  workplace: 60,
  employerSeat: 30,
  caller: 16,
  insurance: 12,
};
const PLACE_WORDS: Readonly<Record<PlaceKey, string>> = {
  workplace: '工作地',
  employerSeat: '单位所在地',
  caller: '来电地',
  insurance: '参保地',
};

class Tally {
  private readonly found = new Map<
    string,
    { unit: Unit; weight: number; reasons: Suggestion['reasons'][number][] }
  >();

  add(unit: Unit | undefined, weight: number, text: string, rule: number | null = null): void {
    if (!unit?.active) return;
    const entry = this.found.get(unit.id) ?? { unit, weight: 0, reasons: [] };
    entry.weight += weight;
    entry.reasons.push({ text, rule });
    this.found.set(unit.id, entry);
  }

  get empty(): boolean {
    return this.found.size === 0;
  }

  /** Strengthens units already found; history alone suggests nobody. */
  boost(recent: ReadonlyMap<string, number>): void {
    for (const entry of this.found.values()) {
      const sent = recent.get(entry.unit.id) ?? 0;
      if (sent === 0) continue;
      entry.weight *= 1.2;
      entry.reasons.push({ text: `近 90 天同类 ${sent} 件派往该单位`, rule: null });
    }
  }

  ranked(): Suggestion[] {
    const best = [...this.found.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_SUGGESTIONS);
    const total = best.reduce((sum, entry) => sum + entry.weight, 0);
    const shares = best.map((entry) => Math.floor((entry.weight / total) * 100));
    const rest = 100 - shares.reduce((sum, share) => sum + share, 0);
    return best.map((entry, index) => ({
      unit: entry.unit,
      share: (shares[index] ?? 0) + (index === 0 ? rest : 0),
      reasons: entry.reasons,
    }));
  }
}

/** Ranks at most five units for a dispatcher, each with its reasons. */
export function suggest(facts: SuggestionFacts, catalogue: Catalogue, tree: Tree): Suggestion[] {
  const tally = new Tally();
  const { question } = facts;
  const rule = catalogue.rules.find((one) => one.chain === 'territorial' && matches(one, question));
  for (const key of PLACE_KEYS) {
    const { code, guessed } = question.places[key];
    if (!code) continue;
    const note = guessed ? `${PLACE_WORDS[key]}为推测，待核` : `${PLACE_WORDS[key]} ${code}`;
    tally.add(
      unitOfPlace(tree, code, rule?.level ?? 'county'),
      PLACE_WEIGHT[key] / (guessed ? 2 : 1),
      note,
      rule?.no ?? null,
    );
  }
  if (facts.proposedUnitId) tally.add(tree.find(facts.proposedUnitId), 70, '退单申请中建议的承办单位');
  const chain = tree.withCode(CHAIN_OF_INDUSTRY[question.industry ?? ''] ?? '');
  tally.add(chain, 45, '所属产业工会');
  for (const unit of namedPlaces(facts.words, facts.holder, tree))
    tally.add(unit, 24, `诉求内容提到“${unit.shortName}”`);
  if (tally.empty) tally.add(facts.holder, 10, '没有可用的地点，由本级先行联系职工核实');
  tally.boost(facts.recent);
  return tally.ranked();
}

const SHORTEST_NAME = 3; // two characters such as 城区 would match half the country

/** Units below the holder whose place name stands in the text; the deepest of a chain wins. */
export function namedPlaces(words: string, holder: Unit, tree: Tree): Unit[] {
  const named = tree
    .all()
    .filter((unit) => unit.path.startsWith(holder.path) && unit.path !== holder.path)
    .filter((unit) => unit.shortName.length >= SHORTEST_NAME && words.includes(unit.shortName));
  return named
    .filter((unit) => !named.some((other) => other !== unit && other.path.startsWith(unit.path)))
    .slice(0, MOST_SUGGESTIONS);
}
