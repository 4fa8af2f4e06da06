import { WHOLE_TREE, type Transaction, type UnitOfWork } from '@hotline/kernel';
import { rows } from '../database/sql.js';
import type { AnyQueue } from './backend.js';

const BATCH = 500;

interface OutboxRow {
  id: string;
  queue: string;
  name: string;
  payload: Record<string, string>;
  priority: number;
}

export interface RelayPorts {
  work: UnitOfWork;
  queueOf: (name: string) => AnyQueue;
  attemptsOf: (queue: string, name: string) => number;
  onError: (error: unknown) => void;
}

/**
 * Carries committed outbox rows to the queue. Rows are chosen by "not yet dispatched", never by "id above a cursor",
 * so a row that commits late is still found; the job id is the outbox id, so sending twice adds once.
 */
export class OutboxRelay {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(private readonly ports: RelayPorts) {}

  /** Called after each commit: the relay runs at once, or once more when it is already running. */
  nudge(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch(this.ports.onError)
      .finally(() => {
        this.running = null;
        if (this.again) {
          this.again = false;
          this.nudge();
        }
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    while ((await this.relayBatch()) === BATCH);
  }

  /** @returns how many rows reached the queue */
  relayBatch(): Promise<number> {
    return this.ports.work.run(WHOLE_TREE, async (tx) => {
      const waiting = await rows<OutboxRow>(
        tx,
        `select id, queue, name, payload, priority from outbox where dispatched_at is null
         order by priority, created_at limit $1 for update skip locked`,
        [BATCH],
      );
      if (waiting.length > 0) await this.send(tx, waiting);
      return waiting.length;
    });
  }

  private async send(tx: Transaction, waiting: OutboxRow[]): Promise<void> {
    for (const [queue, entries] of groupByQueue(waiting)) {
      await this.ports.queueOf(queue).addBulk(
        entries.map((entry) => ({
          name: entry.name,
          data: entry.payload,
          opts: {
            jobId: entry.id,
            priority: entry.priority,
            attempts: this.ports.attemptsOf(entry.queue, entry.name),
          },
        })),
      );
    }
    await rows(tx, 'update outbox set dispatched_at = $2 where id = any ($1)', [
      waiting.map((entry) => entry.id),
      tx.now,
    ]);
  }
}

// Map.groupBy arrived with Node 21.
function groupByQueue(entries: OutboxRow[]): Map<string, OutboxRow[]> {
  const groups = new Map<string, OutboxRow[]>();
  for (const entry of entries) {
    const group = groups.get(entry.queue);
    if (group) group.push(entry);
    else groups.set(entry.queue, [entry]);
  }
  return groups;
}
