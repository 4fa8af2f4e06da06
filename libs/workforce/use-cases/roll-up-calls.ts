import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { AgentStore, type KeptAgentLoad } from '../data/agent-store.js';
import { type IntervalNote, IntervalNotes } from '../data/interval-notes.js';
import { type PlacedLoad, QueueStore } from '../data/queue-store.js';
import { Recounts } from '../data/recounts.js';
import { holdSubtree } from '../data/subtree-lock.js';
import { addAgentLoad, type AgentKey, agentKey, emptyAgentLoad } from '../domain/agent-load.js';
import { quarterOf, quartersIn } from '../domain/interval.js';
import { addLoad, emptyLoad, gather, type QueueKey, queueKey } from '../domain/roll-up.js';

export const NOTE_BATCH = 1_000;
// A note of a whole shift is some thirty intervals: statements stay short however long the stretches are.
const MOST_KEYS = 500;
const RUNNING_EVERY_MS = MINUTE_MS;

/** Follows the rows of calls with their sums: what has changed is counted again, and days and months move by the difference. */
@Injectable()
export class RollUpCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notes: IntervalNotes,
    private readonly queues: QueueStore,
    private readonly agents: AgentStore,
    private readonly recounts: Recounts,
  ) {}

  /** One batch in a transaction of its own; one process at a time. @returns how many notes it took */
  run(runningEveryMs = RUNNING_EVERY_MS): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      await this.notes.noteRunning(tx, runningEveryMs);
      const { taken, notes } = await this.notes.take(tx, NOTE_BATCH);
      if (taken > 0) for (const kind of ['queue', 'agent'] as const) await holdSubtree(tx, kind);
      for (const keys of portions(queueKeysOf(notes))) await this.queueSums(tx, keys);
      for (const keys of portions(agentKeysOf(notes))) await this.agentSums(tx, keys);
      if (taken < NOTE_BATCH) await this.notes.counted(tx);
      return taken;
    });
  }

  /** Everything that waits. */
  async all(runningEveryMs?: number): Promise<void> {
    while ((await this.run(runningEveryMs)) === NOTE_BATCH);
  }

  private async queueSums(tx: Transaction, keys: readonly QueueKey[]): Promise<void> {
    const before = await this.queues.read(tx, 'quarter', keys);
    const after = await this.recounts.queues.count(tx, keys);
    const paths = await this.recounts.paths(tx, keys);
    const place = (load: QueueKey): string => paths.get(load.sourceId) ?? '';
    const fresh = keys.map((key) => after.get(queueKey(key)) ?? emptyLoad(key));
    await this.queues.write(
      tx,
      'quarter',
      fresh.map((load) => ({ ...load, path: place(load) })),
    );
    const moved = fresh.map((load) => addLoad(load, before.get(queueKey(load)) ?? emptyLoad(load), -1));
    for (const grain of ['day', 'month'] as const) {
      const changes = gather(grain, moved, queueKey, addLoad);
      const known = await this.queues.read(tx, grain, changes);
      const sums = changes.map((change): PlacedLoad => ({
        ...addLoad(known.get(queueKey(change)) ?? emptyLoad(change), change),
        path: place(change),
      }));
      await this.queues.write(tx, grain, sums);
    }
  }

  private async agentSums(tx: Transaction, keys: readonly AgentKey[]): Promise<void> {
    const before = await this.agents.read(tx, 'quarter', keys);
    const after = await this.recounts.agents.count(tx, keys);
    const fresh = keys.map((key): KeptAgentLoad => {
      const known = before.get(agentKey(key));
      const counted = after.get(agentKey(key)) ?? { ...emptyAgentLoad(key), path: null };
      return { ...counted, path: counted.path ?? known?.path ?? '' };
    });
    await this.agents.write(tx, 'quarter', fresh);
    const moved = fresh.map((load) =>
      addAgentLoad(load, before.get(agentKey(load)) ?? emptyAgentLoad(load), -1),
    );
    for (const grain of ['day', 'month'] as const) {
      const changes = gather(grain, moved, agentKey, (a, b) => ({
        ...addAgentLoad(a, b),
        path: b.path || a.path,
      }));
      const known = await this.agents.read(tx, grain, changes);
      const sums = changes.map((change): KeptAgentLoad => {
        const old = known.get(agentKey(change));
        const path = change.path || (old?.path ?? '');
        return { ...addAgentLoad(old ?? { ...emptyAgentLoad(change), path }, change), path };
      });
      await this.agents.write(tx, grain, sums);
    }
  }
}

const portions = <T>(keys: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, n) =>
    keys.slice(n * MOST_KEYS, (n + 1) * MOST_KEYS),
  );

const distinct = <T>(keys: readonly T[], keyOf: (key: T) => string): T[] => [
  ...new Map(keys.map((key) => [keyOf(key), key])).values(),
];

const queueKeysOf = (notes: readonly IntervalNote[]): QueueKey[] =>
  distinct(
    notes.flatMap(({ sourceId, queue, from }) =>
      sourceId !== null && queue !== null ? [{ sourceId, queue, at: quarterOf(from) }] : [],
    ),
    queueKey,
  );

const agentKeysOf = (notes: readonly IntervalNote[]): AgentKey[] =>
  distinct(
    notes.flatMap(({ accountId, from, to }) =>
      accountId === null ? [] : quartersIn(from, to).map((at) => ({ accountId, at })),
    ),
    agentKey,
  );
