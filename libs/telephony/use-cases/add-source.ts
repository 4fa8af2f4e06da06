import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { type NewSource, SourceRegistry } from '../data/source-registry.js';
import { checkLogAddress, checkParts } from '../domain/sources/settings.js';
import { ShowSource, type SourceDetail } from './show-source.js';

/** Puts a switchboard on record; whoever listens to lines takes it up within seconds. */
@Injectable()
export class AddSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tree: UnitTree,
    private readonly sources: SourceRegistry,
    private readonly audit: AuditLog,
    private readonly show: ShowSource,
  ) {}

  run(actor: Actor, wanted: Omit<NewSource, 'unitPath'>): Promise<SourceDetail> {
    const unit = this.tree.find(wanted.unitId) ?? refuse('unknown-unit', { field: 'unitId' });
    if (!overrules(actor, 'telephony.configure', unit.path)) return refuse('not-in-your-units');
    orRefuse(checkParts(wanted, wanted.secret));
    orRefuse(checkLogAddress(undefined, wanted.settings?.queueLogTable, wanted.logSecret !== undefined));
    return this.work.run(scopeOf(actor, 'telephony.configure'), async (tx) => {
      const id = await this.sources.add(tx, { ...wanted, unitPath: unit.path });
      const added = await this.show.inside(tx, id);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'telephony-source-added',
        objectKind: 'telephony-source',
        objectId: id,
        facts: { kind: wanted.kind, unitId: unit.id, tls: wanted.settings?.tls ?? null },
      });
      return added;
    });
  }
}
