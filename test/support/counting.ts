import type { RuleBook } from '@hotline/calendar';
import type { Live } from '@hotline/kernel';
import { FoldEvents } from '@hotline/metrics';
import type { UnitTree } from '@hotline/organization';
import { CountableCalls, FormulaStore } from '@hotline/telephony';
import { CallFormulaBook } from '../../libs/metrics/data/call-formula-book.js';
import { CallQueue } from '../../libs/metrics/data/call-queue.js';
import { DailyStore } from '../../libs/metrics/data/daily-store.js';
import { FactStore } from '../../libs/metrics/data/fact-store.js';
import { StoryReads } from '../../libs/metrics/data/story-reads.js';
import { TelephoneCounting } from '../../libs/metrics/data/telephone-counting.js';
import { FoldCalls } from '../../libs/metrics/use-cases/fold-calls.js';
import { KeepFacts } from '../../libs/metrics/use-cases/keep-facts.js';
import type { TestDatabase } from './test-database.js';

/** Whoever counts, put together by hand for a database without the whole product. */
export function counting({ work }: TestDatabase, units: UnitTree, rules: RuleBook, live: Live) {
  const facts = new FactStore();
  const keeping = new KeepFacts(facts, new DailyStore());
  const telephone = new TelephoneCounting();
  const book = new CallFormulaBook(new FormulaStore(), units);
  const calls = new FoldCalls(work, new CallQueue(new CountableCalls(), book), telephone, keeping, live);
  const events = new FoldEvents(work, new StoryReads(units, rules, telephone), facts, keeping, calls, live);
  return { events, calls, book };
}
