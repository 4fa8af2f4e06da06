import { compileCalendar, HOLIDAYS_CN, nationalCalendar } from '@hotline/calendar';
import { computeClocks } from './compute-clocks.js';
import type { Day } from './day.js';
import type { LegalClock } from './legal-clock.js';
import type { LegalFacts } from './legal-facts.js';
import type { RuleId } from './rules.js';

/** The shipped calendar, 2025 and 2026 known. */
export const national = compileCalendar(nationalCalendar(HOLIDAYS_CN));

/** What one rule says of these facts on `today`. */
export function clockOf(rule: RuleId, facts: LegalFacts, today: Day): LegalClock {
  const found = computeClocks(facts, today, national).find((clock) => clock.rule === rule);
  if (!found) throw new Error(`rule ${rule} does not apply`);
  return found;
}
