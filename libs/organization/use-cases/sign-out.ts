import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { Actors } from '../data/actors.js';
import { AuditLog } from '../data/audit-log.js';
import { tokenHash } from '../data/credentials.js';
import { endSession } from '../data/session-store.js';
import type { Actor } from '../domain/actor.js';

/** Ends the session behind the cookie; a machine token has none to end. */
@Injectable()
export class SignOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly actors: Actors,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, token: string | undefined): Promise<void> {
    if (token === undefined) return;
    await this.work.run({ accountId: actor.accountId, prefixes: [] }, async (tx) => {
      if ((await endSession(tx, tokenHash(token))) === 0) return;
      const { accountId } = actor;
      await this.audit.append(tx, {
        actorId: accountId,
        action: 'signed-out',
        objectKind: 'account',
        objectId: accountId,
      });
    });
    this.actors.forget();
  }
}
