import { Injectable } from '@nestjs/common';
import { type Instant, Live, shanghaiDay, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import type { CountableCall } from '@hotline/telephony';
import { CallQueue } from '../data/call-queue.js';
import { TelephoneCounting } from '../data/telephone-counting.js';
import { callFact } from '../domain/call-fact.js';
import { type Fact, factKey } from '../domain/fact.js';
import { KeepFacts } from './keep-facts.js';

export const CALL_BATCH = 500;

/** Counts the calls that have changed: each becomes one fact of the connection rate, by the formulas of its day. */
@Injectable()
export class FoldCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queue: CallQueue,
    private readonly telephone: TelephoneCounting,
    private readonly keeping: KeepFacts,
    private readonly live: Live,
  ) {}

  /** One batch in a transaction of its own; @returns how many changes it took. */
  run(): Promise<number> {
    return this.work.run(WHOLE_TREE, (tx) => this.batch(tx));
  }

  /** Everything that waits, in the caller's transaction. */
  async all(tx: Transaction): Promise<number> {
    let taken = 0;
    for (let batch = -1; batch !== 0; taken += batch) batch = await this.batch(tx);
    return taken;
  }

  private async batch(tx: Transaction): Promise<number> {
    if (!(await this.keeping.ready(tx))) return 0;
    const { ids, calls, taken } = await this.queue.take(tx, CALL_BATCH);
    if (taken === 0) return 0;
    await this.telephone.began(tx, firstOf(calls));
    await this.keeping.run(tx, await this.factsOf(tx, ids, calls));
    tx.afterCommit(() => this.live.publish({ kind: 'numbers', asOf: tx.now.toISOString() }));
    return taken;
  }

  private async factsOf(
    tx: Transaction,
    ids: readonly string[],
    calls: readonly CountableCall[],
  ): Promise<Map<string, Fact | null>> {
    const formulas = await this.queue.formulas(tx);
    // A call that is no more, after a rebuild, takes its fact with it.
    const newest = new Map<string, Fact | null>(ids.map((id) => [keyOf(id), null]));
    for (const call of calls) {
      const unit = { id: call.unitId, path: call.unitPath };
      newest.set(keyOf(call.id), callFact({ ...call, unit }, formulas.on(shanghaiDay(call.at))));
      if (call.contactId !== null) newest.set(keyOf(call.contactId), null);
    }
    return newest;
  }
}

const keyOf = (subjectId: string): string => factKey({ metric: 'connection', subjectId });

function firstOf(calls: readonly CountableCall[]): Map<string, Instant> {
  const first = new Map<string, Instant>();
  for (const { unitId, at } of calls) {
    const known = first.get(unitId);
    if (!known || at < known) first.set(unitId, at);
  }
  return first;
}
