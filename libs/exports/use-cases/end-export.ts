import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog } from '@hotline/organization';
import type { ShownExport } from '../data/export-rows.js';
import { ExportStore } from '../data/export-store.js';
import { isOpen } from '../domain/export.js';
import { ListExports, ownScope } from './list-exports.js';

/** Stops the writing of a file, or throws a finished one away before its time. */
@Injectable()
export class EndExport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ExportStore,
    private readonly audit: AuditLog,
    private readonly listing: ListExports,
  ) {}

  /** @throws Refused `not-found` for another's, `wrong-state` when it is over already */
  cancel(actor: Actor, id: string): Promise<ShownExport> {
    return this.end(actor, id, 'cancelled');
  }

  /** @throws Refused `not-found` for another's, `wrong-state` when there is no file */
  remove(actor: Actor, id: string): Promise<ShownExport> {
    return this.end(actor, id, 'removed');
  }

  private async end(actor: Actor, id: string, state: 'cancelled' | 'removed'): Promise<ShownExport> {
    await this.work.run(ownScope(actor), async (tx) => {
      const file = await this.store.lock(tx, id, actor.accountId);
      if (!file) return refuse('not-found');
      const fits = state === 'cancelled' ? isOpen(file.state) : file.state === 'done';
      if (!fits) return refuse('wrong-state', { facts: { state: file.state } });
      await this.store.end(tx, id, state);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: `export-${state}`,
        objectKind: 'export',
        objectId: id,
        facts: { kind: file.kind, rows: file.rows },
      });
    });
    return this.listing.one(actor, id);
  }
}
