import type { Transaction } from '@hotline/kernel';
import type { BatchStores } from '../data/batch-stores.js';
import type { EventDraft } from '../domain/call-event/call-event.js';
import type { InPieces } from '../domain/store/pieces.js';
import type { Heard, MemoryStanding, SourceMemory } from '../domain/store/source-memory.js';
import type { Outcome } from '../domain/store/working-set.js';
import type { AccountOf } from './call-changes.js';

/** What came of one feed, and when the last of it was here. */
export interface Hearing {
  readonly heard: Heard;
  readonly receivedAt: Date;
}

/** What a batch comes to, not yet on record. */
export interface Folded {
  readonly outcome: Outcome;
  readonly accountOf: AccountOf;
  /** events that were heard, repeats among them */
  readonly events: number;
  readonly latestUs: number | null;
  /** what a later process must know */
  readonly standing: MemoryStanding | null;
  /** of the memory it was folded in: one that was forgotten since knows nothing of it */
  readonly life: number;
}

/** Reads what was heard, finds the calls again that it is about, and folds them. */
export class FoldBatch {
  constructor(private readonly stores: Pick<BatchStores, 'events' | 'feeds' | 'telephones'>) {}

  /** @param life of the memory when it was asked for: once it was forgotten, nothing more is done with it */
  async run(
    tx: Transaction,
    memory: SourceMemory,
    { heard, receivedAt }: Hearing,
    life = memory.life,
  ): Promise<Folded> {
    const stands = (): void => {
      if (memory.life !== life) throw new Error('forgotten while it was folded');
    };
    stands();
    const receivedUs = receivedAt.getTime() * 1000;
    if (memory.isNew) await this.resume(tx, memory);
    const drafts = memory.read(heard, receivedUs);
    const unknown = memory.unknown(drafts);
    if (unknown.length > 0) {
      const found = await this.stores.events.families(tx, memory.sourceId, unknown, memory.latestUs);
      stands();
      memory.restore(found);
    }
    const outcome = await inPieces(memory.taking(drafts, receivedUs), stands);
    const standing = memory.standing(heard.feed);
    const accountOf = await this.accountsOf(tx, memory, outcome);
    const latestUs = latestOf(drafts, receivedUs);
    return { outcome, accountOf, events: drafts.length, latestUs, standing, life };
  }

  /** What earlier processes knew, and the calls that had not ended: the clock may end what no event ends. */
  private async resume(tx: Transaction, memory: SourceMemory): Promise<void> {
    const { events, feeds } = this.stores;
    memory.resume(await feeds.standings(tx, memory.sourceId));
    const open = await events.openCalls(tx, memory.sourceId);
    memory.restore(await events.families(tx, memory.sourceId, ['feed', ...open], memory.latestUs));
  }

  private async accountsOf(
    tx: Transaction,
    memory: SourceMemory,
    { changes, told }: Outcome,
  ): Promise<AccountOf> {
    const names = new Set<string>();
    const add = ({ agent, agentExt }: { agent: string | null; agentExt?: string | null }): void => {
      const telephone = agentExt ?? memory.extensionOf(agent) ?? agent;
      if (telephone !== null) names.add(telephone);
    };
    changes.visits.put.forEach(add);
    for (const { agentExt } of changes.dialled.put) add({ agent: null, agentExt });
    for (const visit of changes.visits.put) visit.missed.forEach(add);
    changes.segments.put.forEach(add);
    for (const one of told) if (one.kind !== 'feed') add(one);
    const whoHad = await this.stores.telephones.whoHad(tx, memory.sourceId, [...names]);
    return (agent, agentExt, atUs) => whoHad(agentExt ?? memory.extensionOf(agent) ?? agent, atUs);
  }
}

/** Statements of the batch before go out and answers come in between the pieces. */
async function inPieces<T>(work: InPieces<T>, between: () => void): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
    between();
  }
}

/** A garbled time, years ahead, is no news of the feed. */
function latestOf(drafts: readonly EventDraft[], receivedUs: number): number | null {
  let latest: number | null = null;
  for (const { feed, occurredUs } of drafts)
    if (feed !== 'snapshot' && occurredUs < receivedUs + 86_400_000_000 && occurredUs > (latest ?? 0))
      latest = occurredUs;
  return latest;
}
