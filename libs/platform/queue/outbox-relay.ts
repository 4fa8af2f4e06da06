import { WHOLE_TREE, type Transaction, type UnitOfWork } from '@hotline/kernel';
import { rows } from '../database/sql.js';
import type { AnyQueue, QueuedJob } from './backend.js';

const BATCH = 500;
// BullMQ adds many jobs at once by way of two temporary tables (5–10 ms of database time whatever their number) and one
// job by a plain insert (0.7 ms). Up to this many, one by one is cheaper.
const FEW = 8;
// The first commit after a pause is relayed at once, the next a little later. Where more than a few came together, the
// next ones wait for company: at a hundred tickets a second a tenth of a second more is nothing to any of them.
const BREATH_MS = 10;
const GATHER_MS = 100;
const COMPANY = 3;
// A crowd stands in a queue anyway, and for a hundred jobs the temporary tables cost no more than for ten.
const CROWD = 25;
const CROWD_MS = 300;

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
  private gathering: NodeJS.Timeout | null = null;
  private again = false;
  private stopped = false;
  private rested = -Infinity;
  private lastBatch = 0;

  constructor(private readonly ports: RelayPorts) {}

  /** Called after each commit; never waits. */
  nudge(): void {
    if (this.stopped || this.gathering) return;
    if (this.running) {
      this.again = true;
      return;
    }
    const wait = this.rested + pauseAfter(this.lastBatch) - performance.now();
    if (wait <= 0) this.begin();
    else this.gathering = setTimeout(() => this.begin(), wait);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.gathering) clearTimeout(this.gathering);
    await this.running;
  }

  private begin(): void {
    this.gathering = null;
    this.running = this.drain()
      .catch(this.ports.onError)
      .finally(() => {
        this.running = null;
        this.rested = performance.now();
        if (this.again) {
          this.again = false;
          this.nudge();
        }
      });
  }

  private async drain(): Promise<void> {
    do this.lastBatch = await this.relayBatch();
    while (this.lastBatch === BATCH);
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
    for (const [name, entries] of groupByQueue(waiting)) {
      const queue = this.ports.queueOf(name);
      const jobs = entries.map((entry) => this.jobOf(entry));
      if (jobs.length > FEW) await queue.addBulk(jobs);
      else await Promise.all(jobs.map((job) => queue.add(job.name, job.data, job.opts)));
    }
    await rows(tx, 'update outbox set dispatched_at = $2 where id = any ($1)', [
      waiting.map((entry) => entry.id),
      tx.now,
    ]);
  }

  private jobOf({ id, queue, name, payload, priority }: OutboxRow): QueuedJob {
    const attempts = this.ports.attemptsOf(queue, name);
    return { name, data: payload, opts: { jobId: id, priority, attempts } };
  }
}

function pauseAfter(batch: number): number {
  if (batch > CROWD) return CROWD_MS;
  return batch > COMPANY ? GATHER_MS : BREATH_MS;
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
