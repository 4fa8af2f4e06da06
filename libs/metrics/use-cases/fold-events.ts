import { Injectable } from '@nestjs/common';
import { Live, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { FactStore } from '../data/fact-store.js';
import { StoryReads } from '../data/story-reads.js';
import { type Fact, factKey } from '../domain/fact.js';
import { fold, isLoggedCall, touchedKeys } from '../domain/fold.js';
import type { StoryEvent } from '../domain/story.js';
import { FoldCalls } from './fold-calls.js';
import { KeepFacts } from './keep-facts.js';

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
    private readonly keeping: KeepFacts,
    private readonly calls: FoldCalls,
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
    if ((await this.calls.all(tx)) > 0) taken += await this.again(tx);
    return taken;
  }

  /** Calls may have told that contacts logged since then are theirs. */
  private async again(tx: Transaction): Promise<number> {
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
    if (!(await this.keeping.ready(tx))) return 0;
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
    const newest = new Map<string, Fact | null>();
    for (const event of stories) {
      for (const fact of fold(event, (key) => newest.get(key) ?? known.get(key))) {
        newest.set(factKey(fact), fact);
      }
      if (event.about === 'contact' && isLoggedCall(event) && event.byTelephone)
        newest.set(factKey({ metric: 'connection', subjectId: event.contactId }), null);
    }
    await this.keeping.run(tx, newest);
  }
}
