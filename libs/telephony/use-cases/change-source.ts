import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { type SourceEdit, SourceRegistry } from '../data/source-registry.js';
import { checkAddress, checkLogAddress, checkParts } from '../domain/sources/settings.js';
import { ShowSource, type SourceDetail } from './show-source.js';

/** Renames, moves, disables or enables a switchboard, or gives it another secret; its listener begins anew. */
@Injectable()
export class ChangeSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRegistry,
    private readonly audit: AuditLog,
    private readonly show: ShowSource,
  ) {}

  run(actor: Actor, id: string, version: number, edit: SourceEdit): Promise<SourceDetail> {
    return this.work.run(scopeOf(actor, 'telephony.configure'), async (tx) => {
      const before = await this.sources.lock(tx, id);
      if (before.version !== version)
        refuse('stale-version', { facts: { yours: version, newest: before.version } });
      const { kind, settings, hook } = before;
      // What is left out stays; what is of another kind is refused.
      orRefuse(
        checkParts({ kind, settings: edit.settings ?? settings, hook: edit.hook ?? hook }, edit.secret),
      );
      if (settings && edit.settings) {
        orRefuse(checkAddress(settings, edit.settings, edit.secret !== undefined));
        const [table, wanted] = [settings.queueLogTable, edit.settings.queueLogTable];
        orRefuse(checkLogAddress(table, wanted, edit.logSecret !== undefined));
      }
      await this.sources.change(tx, id, edit);
      const after = await this.show.inside(tx, id);
      const fields = (Object.keys(edit) as (keyof SourceEdit)[]).filter((key) => edit[key] !== undefined);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'telephony-source-changed',
        objectKind: 'telephony-source',
        objectId: id,
        facts: { fields, ...(edit.enabled === undefined ? {} : { enabled: edit.enabled }) },
      });
      return after;
    });
  }
}
