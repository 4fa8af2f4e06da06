import type { Job } from 'bullmq';
import { type JobHandler, WHOLE_TREE, type UnitOfWork } from '@hotline/kernel';
import type { AnyWorker, QueueBackend } from './backend.js';
import { buryJob } from './effects.js';

export interface HostLog {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** One job, one handler: a job nobody handles, or two handle, stops the start. */
export function indexHandlers(handlers: readonly JobHandler[]): Map<string, JobHandler> {
  const index = new Map<string, JobHandler>();
  for (const handler of handlers) {
    const key = `${handler.job.queue}/${handler.job.name}`;
    if (index.has(key)) throw new Error(`job ${key} has two handlers`);
    index.set(key, handler);
  }
  return index;
}

/**
 * Jobs under way at a time in one process, whose hops share transactions (Rounds). With eight both cores of a small machine
 * wait for commits, with twenty-four nothing is gained.
 */
export const CONCURRENCY = 16;

const CLOSE_MS = 8_000;

async function closeWithin(worker: AnyWorker, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => void worker.close(true).then(resolve, resolve), withinMs);
  });
  await Promise.race([worker.close(), late]);
  clearTimeout(timer);
}

/** Runs the queues' workers; buries what fails for good. */
export class WorkerHost {
  private readonly workers: AnyWorker[] = [];

  constructor(
    private readonly backend: QueueBackend,
    private readonly handlers: Map<string, JobHandler>,
    private readonly work: UnitOfWork,
    private readonly log: HostLog,
    private readonly onBuried: () => void,
  ) {}

  async start(): Promise<void> {
    const queues = new Set([...this.handlers.values()].map((handler) => handler.job.queue));
    for (const queue of queues) {
      const worker = this.backend.worker(queue, (job) => this.process(queue, job), this.atOnce(queue));
      worker.on('error', (error: Error) => this.log.warn({ queue, error: error.message }, 'queue worker'));
      worker.on('failed', (job: Job | undefined, error: Error) => void this.failed(queue, job, error));
      await worker.waitUntilReady();
      void worker
        .run()
        .catch((error: unknown) => this.log.error({ queue, error: String(error) }, 'queue worker ended'));
      this.workers.push(worker);
    }
  }

  /**
   * Lets running jobs finish, takes no new ones. A worker whose connection was cut can wait for an answer that never
   * comes; it is then left, and the queue gives its job to another.
   */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => closeWithin(worker, CLOSE_MS)));
  }

  private atOnce(queue: string): number {
    const jobs = [...this.handlers.values()].map(({ job }) => job).filter((job) => job.queue === queue);
    return Math.min(CONCURRENCY, ...jobs.map(({ atOnce = CONCURRENCY }) => atOnce));
  }

  private async process(queue: string, job: Job): Promise<void> {
    const handler = this.handlers.get(`${queue}/${job.name}`);
    if (!handler) throw new Error(`no handler for ${queue}/${job.name}`);
    await handler.handle(job.data as Record<string, string>, String(job.id));
  }

  private async failed(queue: string, job: Job | undefined, error: Error): Promise<void> {
    if (!job) return;
    const facts = { queue, job: job.name, id: job.id, attempt: job.attemptsMade, error: error.name };
    this.log.warn(facts, 'job failed');
    const retriesLeft = job.attemptsMade < (job.opts.attempts ?? 1);
    if (retriesLeft && !/stalled more than/.test(error.message)) return;
    try {
      await this.work.run(WHOLE_TREE, (tx) =>
        buryJob(tx, {
          outboxId: String(job.id),
          queue,
          name: job.name,
          ticketId: (job.data as Record<string, string>).ticketId ?? null,
          attempts: job.attemptsMade,
          error: 'refusal' in error ? (error.message as string) : error.name,
        }),
      );
      this.log.error(facts, 'job failed for good');
      this.onBuried();
    } catch (fault) {
      // The job stays "failed" in the queue; the sweep finds it again when the database is back.
      this.log.error({ ...facts, fault: String(fault) }, 'could not record a failed job');
    }
  }
}
