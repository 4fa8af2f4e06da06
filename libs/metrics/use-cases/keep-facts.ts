import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { DailyStore } from '../data/daily-store.js';
import { FactStore } from '../data/fact-store.js';
import { dailyChanges } from '../domain/daily.js';
import { type Fact, sameFact } from '../domain/fact.js';

/** Facts as they have become replace what they were, and the sums of their days follow; only under the lock of the fold. */
@Injectable()
export class KeepFacts {
  constructor(
    private readonly facts: FactStore,
    private readonly daily: DailyStore,
  ) {}

  /** Waits for its turn; @returns false while units move and the sums have not followed: nothing may be counted then */
  async ready(tx: Transaction): Promise<boolean> {
    await this.facts.hold(tx);
    return !(await this.facts.awaitsSums(tx));
  }

  /** @param newest by `factKey`; null for a fact that is no more */
  async run(tx: Transaction, newest: ReadonlyMap<string, Fact | null>): Promise<void> {
    const known = await this.facts.read(tx, [...newest.keys()]);
    const kept = [...newest].flatMap(([, fact]) => (fact ? [fact] : []));
    const placed = await this.facts.place(tx, kept);
    const written = placed
      .map((after) => ({ before: known.get(`${after.metric} ${after.subjectId}`), after }))
      .filter(({ before, after }) => !sameFact(before, after));
    const gone = [...newest].flatMap(([key, fact]) => {
      const before = known.get(key);
      return fact === null && before ? [{ key, before, after: undefined }] : [];
    });
    await this.facts.write(
      tx,
      written.map(({ after }) => after),
    );
    await this.facts.forget(
      tx,
      gone.map(({ key }) => key),
    );
    await this.daily.change(tx, dailyChanges([...written, ...gone]));
  }
}
