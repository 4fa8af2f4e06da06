import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { SourceRegistry } from '../data/source-registry.js';
import { type Telephone, TelephoneStore } from '../data/telephone-store.js';

/** From now on the extension is nobody's. */
@Injectable()
export class EndTelephone {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRegistry,
    private readonly telephones: TelephoneStore,
    private readonly audit: AuditLog,
  ) {}

  run(actor: Actor, sourceId: string, id: string): Promise<Telephone> {
    return this.work.run(scopeOf(actor, 'telephony.configure'), async (tx) => {
      await this.sources.lock(tx, sourceId);
      if (!(await this.telephones.find(tx, sourceId, id))) refuse('not-found');
      if (!(await this.telephones.end(tx, id, tx.now))) refuse('wrong-state');
      const ended = (await this.telephones.find(tx, sourceId, id)) ?? refuse('not-found');
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'telephone-ended',
        objectKind: 'telephone',
        objectId: id,
        facts: { sourceId, accountId: ended.accountId, address: ended.address },
      });
      return ended;
    });
  }
}
