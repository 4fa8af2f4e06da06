import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface SourceLock {
  /** False when its connection was lost: the lock is gone, and another process may be listening by now. */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/** One listener a source across all processes: an advisory lock on a connection of its own, freed by a crash. */
@Injectable()
export class SourceLocks {
  constructor(private readonly database: DataSource) {}

  /** @returns null while another process listens to the source */
  async take(sourceId: string): Promise<SourceLock | null> {
    const runner = this.database.createQueryRunner();
    const name = [`telephony ${sourceId}`];
    const [lock] = (await runner.query('select pg_try_advisory_lock(hashtext($1)) as held', name)) as {
      held: boolean;
    }[];
    if (!lock?.held) {
      await runner.release();
      return null;
    }
    return {
      held: () =>
        runner.query('select 1').then(
          () => true,
          () => false,
        ),
      release: async () => {
        await runner.query('select pg_advisory_unlock(hashtext($1))', name).catch(() => undefined);
        await runner.release();
      },
    };
  }
}
