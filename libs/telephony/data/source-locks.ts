import { Injectable } from '@nestjs/common';
import { type SessionLock, SessionLocks } from '@hotline/platform';
import { DataSource } from 'typeorm';

export type SourceLock = SessionLock;

/** One listener a source across all processes; the lines of a whole country cost one connection. */
@Injectable()
export class SourceLocks {
  private readonly locks: SessionLocks;

  constructor(database: DataSource) {
    this.locks = new SessionLocks(database);
  }

  /** @returns null while anybody listens to the source, here or in another process */
  take(sourceId: string): Promise<SourceLock | null> {
    return this.locks.take(`telephony ${sourceId}`);
  }
}
