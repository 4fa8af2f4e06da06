import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, shanghaiDay, startOfShanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { deleteLimitsDraft, insertLimits, limitsVersions, lockLimitsDraft } from '../data/limits-store.js';
import { RuleBook } from '../data/rule-book.js';
import { isDate } from '../domain/check-calendar.js';
import { orFaults } from '../domain/fault.js';
import { mayEditLimits } from '../domain/rule-rights.js';
import { CheckLimits } from './check-limits.js';

/** The draft becomes the matrix in force from a day on. Clocks that run keep the limit they were started with. */
@Injectable()
export class PublishLimits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: CheckLimits,
    private readonly rules: RuleBook,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, draftVersion: number, effectiveFrom: string, note: string): Promise<void> {
    orRefuse(mayEditLimits(actor));
    await this.work.run(scopeOf(actor, 'limits.edit'), async (tx) => {
      const { body } = await lockLimitsDraft(tx, draftVersion);
      if (!isDate(effectiveFrom) || effectiveFrom < shanghaiDay(tx.now))
        refuse('invalid-input', { field: 'effectiveFrom', facts: { problem: 'in-the-past' } });
      orRefuse(orFaults(body, await this.checks.faults(tx, body), 'limits-broken'));
      const version = ((await limitsVersions(tx))[0]?.version ?? 0) + 1;
      const preset = { ...body, id: `limits-${version}`, effectiveFrom };
      await insertLimits(tx, version, { preset, from: startOfShanghaiDay(effectiveFrom), note });
      await deleteLimitsDraft(tx);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'limits-published',
        objectKind: 'limits',
        objectId: String(version),
        reason: note,
        facts: { effectiveFrom, rows: body.rows.length },
      });
    });
    await this.rules.refresh();
  }
}
