import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

export interface SourceLock {
  /** False when its connection was lost: the lock is gone, and another process may be listening by now. */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * One listener a source across all processes: advisory locks, freed by a crash. All locks of a process share one
 * connection: with one each, the lines of a whole country would leave none to the people.
 */
@Injectable()
export class SourceLocks {
  private session: QueryRunner | null = null;
  private readonly taken = new Set<string>();

  constructor(private readonly database: DataSource) {}

  /** @returns null while anybody listens to the source, here or in another process */
  async take(sourceId: string): Promise<SourceLock | null> {
    // The database would give a session its own lock a second time.
    if (this.taken.has(sourceId)) return null;
    this.taken.add(sourceId);
    const session = (this.session ??= this.database.createQueryRunner());
    const got = await this.ask(session, 'select pg_try_advisory_lock(hashtext($1)) as held', sourceId).catch(
      async (error: unknown) => {
        await this.lose(session);
        throw error;
      },
    );
    if (!got) {
      await this.letGo(session, sourceId);
      return null;
    }
    return {
      held: () => this.stillHeld(session, sourceId),
      release: async () => {
        if (this.session !== session || !this.taken.has(sourceId)) return;
        await this.ask(session, 'select pg_advisory_unlock(hashtext($1)) as held', sourceId).catch(
          () => false,
        );
        await this.letGo(session, sourceId);
      },
    };
  }

  private async ask(session: QueryRunner, sql: string, sourceId: string): Promise<boolean> {
    const [answer] = (await session.query(sql, [`telephony ${sourceId}`])) as { held: boolean }[];
    return answer?.held ?? false;
  }

  private async stillHeld(session: QueryRunner, sourceId: string): Promise<boolean> {
    if (this.session !== session || !this.taken.has(sourceId)) return false;
    try {
      await session.query('select 1');
      return true;
    } catch {
      await this.lose(session);
      return false;
    }
  }

  private async letGo(session: QueryRunner, sourceId: string): Promise<void> {
    this.taken.delete(sourceId);
    if (this.taken.size > 0 || this.session !== session) return;
    this.session = null;
    await session.release();
  }

  /** With the connection all its locks are gone. */
  private async lose(session: QueryRunner): Promise<void> {
    if (this.session !== session) return;
    this.session = null;
    this.taken.clear();
    await session.release().catch(() => undefined);
  }
}
