import type { DataSource } from 'typeorm';
import type { Sweep } from '@hotline/kernel';
import type { HostLog } from './worker-host.js';

/**
 * Repeats sweeps on a timer. A session-level advisory lock makes one process at a time do each of them; a lost alarm
 * is caught by the next round, because every sweep asks the tables, not the queue.
 */
export class Sweeper {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly database: DataSource,
    private readonly sweeps: readonly Sweep[],
    private readonly log: HostLog,
  ) {}

  start(): void {
    for (const sweep of this.sweeps) {
      let busy = false;
      const timer = setInterval(() => {
        if (busy) return;
        busy = true;
        const turn = this.once(sweep).finally(() => {
          busy = false;
          this.running.delete(turn);
        });
        this.running.add(turn);
      }, sweep.everyMs);
      this.timers.push(timer);
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running);
  }

  private async once(sweep: Sweep): Promise<void> {
    const runner = this.database.createQueryRunner();
    try {
      const [lock] = (await runner.query('select pg_try_advisory_lock(hashtext($1)) as held', [
        sweep.name,
      ])) as {
        held: boolean;
      }[];
      if (!lock?.held) return;
      try {
        await sweep.sweep();
      } finally {
        await runner.query('select pg_advisory_unlock(hashtext($1))', [sweep.name]);
      }
    } catch (error) {
      this.log.warn({ sweep: sweep.name, error: String(error) }, 'sweep failed, will be repeated');
    } finally {
      await runner.release();
    }
  }
}
