import type { DataSource } from 'typeorm';
import type { Sweep } from '@hotline/kernel';
import { SessionLocks } from '../database/session-locks.js';
import type { HostLog } from './worker-host.js';

/**
 * Repeats sweeps on a timer. A session-level advisory lock makes one process at a time do each of them; a lost alarm
 * is caught by the next round, because every sweep asks the tables, not the queue.
 */
export class Sweeper {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly locks: SessionLocks;

  constructor(
    database: DataSource,
    private readonly sweeps: readonly Sweep[],
    private readonly log: HostLog,
  ) {
    this.locks = new SessionLocks(database);
  }

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
    try {
      const lock = await this.locks.take(sweep.name);
      if (!lock) return;
      try {
        await sweep.sweep();
      } finally {
        await lock.release();
      }
    } catch (error) {
      this.log.warn({ sweep: sweep.name, error: String(error) }, 'sweep failed, will be repeated');
    }
  }
}
