import { FACT_DAYS, type LegalFacts } from './legal-facts.js';

const NAMES = [...FACT_DAYS, 'wagesOwed', 'interruptions', 'suspensions'] as const;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Names of the facts that differ: what an event may tell of an edit. */
export function changedFacts(before: LegalFacts, after: LegalFacts): string[] {
  return NAMES.filter((name) => !same(ordered(before[name]), ordered(after[name])));
}

/** Lists without their order of entry, objects without their order of keys. */
function ordered(value: LegalFacts[(typeof NAMES)[number]]): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
}
