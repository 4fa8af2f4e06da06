import { Injectable } from '@nestjs/common';
import { type Instant, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { Catalogues } from '../data/catalogues.js';
import { beginning, mayPublish } from '../domain/editing.js';
import { CatalogueDrafting } from './catalogue-drafting.js';

/**
 * Publishes an older version once more as the newest, in one step: history keeps both. With the beginning of a version
 * still to come it countermands that one, because of two that begin together the later published wins.
 */
@Injectable()
export class RollBackCatalogue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogues: Catalogues,
    private readonly drafting: CatalogueDrafting,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the number of the new version */
  async run(actor: Actor, to: number, note: string, from: Instant | null): Promise<number> {
    if (!mayPublish(actor)) return refuse('forbidden');
    return this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const { rules, dryRunId } = await this.catalogues.version(tx, to);
      const effectiveFrom = orRefuse(beginning(from, tx.now));
      this.drafting.refuseBroken(rules);
      const published = await this.catalogues.publish(tx, {
        effectiveFrom,
        author: actor.displayName,
        authorId: actor.accountId,
        note,
        rules,
        copyOf: to,
        dryRunId,
        skipReason: null,
      });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'catalogue-rolled-back',
        objectKind: 'catalogue',
        objectId: null,
        reason: note,
        facts: { version: published, copyOf: to, effectiveFrom: effectiveFrom.toISOString() },
      });
      return published;
    });
  }
}
