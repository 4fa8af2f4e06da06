import { foldDistinct } from '../fold/fold.js';
import { type Knowledge, NO_KNOWLEDGE } from '../fold/knowledge.js';
import { inTime, withoutRepeats } from '../fold/visit-facts.js';
import { Family } from './family.js';
import { FEED, isCall } from './leg-families.js';
import { type Standing } from './row-changes.js';
import { type StoredEvent } from './working-set.js';

/**
 * What calls on record come to by what is known now: where callers come in, and by which keys they ask for a call back. Of
 * calls that go on nothing is said, for whoever listens to the line follows them.
 * @param stored everything of these calls, and of the holes of the feed
 * @param nowUs the switchboard's clock
 */
export function recheck(stored: readonly StoredEvent[], known: Knowledge, nowUs: number): Standing[] {
  const families = new Map<string, Family>();
  for (const { family: key, event } of stored) {
    const family = families.get(key) ?? new Family(key);
    family.add(event);
    families.set(key, family);
  }
  const holes = [...(families.get(FEED)?.events.values() ?? [])];
  const { gaps } = foldDistinct(withoutRepeats(inTime(holes)), { nowUs: 0, gaps: [], known: NO_KNOWLEDGE });
  const over: Standing[] = [];
  for (const [key, family] of families) {
    if (!isCall(key)) continue;
    family.written = family.fold({ nowUs: Math.max(nowUs, family.lastUs), gaps, known }).after;
    if (!family.isOpen && !family.isWaiting) over.push(family.written);
  }
  return over;
}
