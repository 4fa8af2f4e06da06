import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { SourceRegistry } from '../data/source-registry.js';
import { type NewTelephone, type Telephone, TelephoneStore } from '../data/telephone-store.js';
import { checkTenure } from '../domain/sources/telephones.js';

export type TelephoneToGive = Omit<NewTelephone, 'sourceId' | 'validFrom'> & {
  /** now when null */
  readonly validFrom: Date | null;
  /** a line of this switchboard that ends when the new one begins: other queues, another person */
  readonly replaces: string | null;
};

/** Says whose telephone an extension is from now on. */
@Injectable()
export class GiveTelephone {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRegistry,
    private readonly telephones: TelephoneStore,
    private readonly audit: AuditLog,
  ) {}

  run(actor: Actor, sourceId: string, { replaces, ...wanted }: TelephoneToGive): Promise<Telephone> {
    return this.work.run(scopeOf(actor, 'telephony.configure'), async (tx) => {
      await this.sources.lock(tx, sourceId);
      if (!(await this.telephones.holds(tx, wanted.accountId)))
        refuse('unknown-account', { field: 'accountId' });
      const line: NewTelephone = { ...wanted, sourceId, validFrom: wanted.validFrom ?? tx.now };
      if (replaces !== null) {
        const old = await this.telephones.find(tx, sourceId, replaces);
        if (!old || !(await this.telephones.end(tx, old.id, line.validFrom)))
          refuse('not-found', { field: 'replaces' });
      }
      orRefuse(checkTenure(line, await this.telephones.beside(tx, line)));
      const id = await this.telephones.give(tx, line);
      const given = (await this.telephones.find(tx, sourceId, id)) ?? refuse('not-found');
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'telephone-given',
        objectKind: 'telephone',
        objectId: id,
        facts: { sourceId, accountId: line.accountId, address: line.address, queues: line.queues, replaces },
      });
      return given;
    });
  }
}
