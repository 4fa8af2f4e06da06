import type { DataSource, QueryRunner } from 'typeorm';

export interface SessionLock {
  /** False when its connection was lost: the lock is gone, and another process may have it by now. */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Work that one of all processes does at a time, by advisory locks that a crash frees. All locks of one holder share one
 * connection: whoever kept one each, and then asked the pool for another to work with, would wait for himself.
 */
export class SessionLocks {
  private session: QueryRunner | null = null;
  private readonly taken = new Set<string>();

  constructor(private readonly database: DataSource) {}

  /** @returns null while anybody has it, here or in another process */
  async take(name: string): Promise<SessionLock | null> {
    // The database would give a session its own lock a second time.
    if (this.taken.has(name)) return null;
    this.taken.add(name);
    const session = (this.session ??= this.database.createQueryRunner());
    const got = await this.ask(session, 'select pg_try_advisory_lock(hashtext($1)) as held', name).catch(
      async (error: unknown) => {
        await this.lose(session);
        throw error;
      },
    );
    if (!got) {
      await this.letGo(session, name);
      return null;
    }
    return {
      held: () => this.stillHeld(session, name),
      release: async () => {
        if (this.session !== session || !this.taken.has(name)) return;
        await this.ask(session, 'select pg_advisory_unlock(hashtext($1)) as held', name).catch(() => false);
        await this.letGo(session, name);
      },
    };
  }

  private async ask(session: QueryRunner, sql: string, name: string): Promise<boolean> {
    const [answer] = (await session.query(sql, [name])) as { held: boolean }[];
    return answer?.held ?? false;
  }

  private async stillHeld(session: QueryRunner, name: string): Promise<boolean> {
    if (this.session !== session || !this.taken.has(name)) return false;
    try {
      await session.query('select 1');
      return true;
    } catch {
      await this.lose(session);
      return false;
    }
  }

  private async letGo(session: QueryRunner, name: string): Promise<void> {
    this.taken.delete(name);
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
