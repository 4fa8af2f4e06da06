import { Injectable } from '@nestjs/common';
import { Live, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { DailyStore } from '../data/daily-store.js';
import { FactStore } from '../data/fact-store.js';
import { StoryReads } from '../data/story-reads.js';
import { dailyChanges } from '../domain/daily.js';
import { type Fact, factKey, sameFact } from '../domain/fact.js';
import { fold, touchedKeys } from '../domain/fold.js';
import type { StoryEvent } from '../domain/story.js';

export const FOLD_BATCH = 1_000;
// A whole history is folded in one transaction: fewer, larger statements.
const LARGE_BATCH = 10_000;

/** Counts what has happened: events become facts, facts become the sums of their day. */
@Injectable()
export class FoldEvents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: StoryReads,
    private readonly facts: FactStore,
    private readonly daily: DailyStore,
    private readonly live: Live,
  ) {}

  /** One batch in a transaction of its own; @returns how many events it took. */
  async run(): Promise<number> {
    return this.work.run(WHOLE_TREE, (tx) => this.batch(tx, FOLD_BATCH));
  }

  /** Everything that waits, in the caller's transaction. */
  async all(tx: Transaction): Promise<number> {
    let taken = 0;
    for (let batch = -1; batch !== 0; taken += batch) batch = await this.batch(tx, LARGE_BATCH);
    return taken;
  }

  /** Forgets every fact and counts the whole history again; the facts come out the same. */
  async rebuild(tx: Transaction): Promise<number> {
    await this.facts.hold(tx);
    await this.facts.startOver(tx);
    return this.all(tx);
  }

  private async batch(tx: Transaction, size: number): Promise<number> {
    await this.facts.hold(tx);
    if (await this.facts.awaitsSums(tx)) return 0;
    const taken = await this.reads.take(tx, size);
    if (taken.length === 0) return 0;
    await this.count(tx, await this.reads.stories(tx, taken));
    await this.facts.done(
      tx,
      taken.map((row) => row.event_id),
    );
    tx.afterCommit(() => this.live.publish({ kind: 'numbers', asOf: tx.now.toISOString() }));
    return taken.length;
  }

  private async count(tx: Transaction, stories: readonly StoryEvent[]): Promise<void> {
    const known = await this.facts.read(tx, [...new Set(stories.flatMap(touchedKeys))]);
    const newest = new Map<string, Fact>();
    for (const event of stories) {
      for (const fact of fold(event, (key) => newest.get(key) ?? known.get(key))) {
        newest.set(factKey(fact), fact);
      }
    }
    const unread = [...newest.keys()].filter((key) => !known.has(key));
    for (const [key, fact] of await this.facts.read(tx, unread)) known.set(key, fact);
    const changes = (await this.facts.place(tx, [...newest.values()]))
      .map((after) => ({ before: known.get(factKey(after)), after }))
      .filter(({ before, after }) => !sameFact(before, after));
    await this.facts.write(
      tx,
      changes.map(({ after }) => after),
    );
    await this.daily.change(tx, dailyChanges(changes));
  }
}
