import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { AuditLog, CHAIN_START } from '../data/audit-log.js';
import { type Actor, scopeOf } from '../domain/actor.js';

export interface AuditVerdict {
  readonly records: number;
  /** Number of the first record that was changed or whose predecessor is missing; null when the chain is whole. */
  readonly brokenAt: string | null;
}

/** Recomputes the whole chain, a thousand records at a time. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor): Promise<AuditVerdict> {
    let records = 0;
    let upTo = CHAIN_START;
    for (;;) {
      const from = upTo;
      const stretch = await this.work.read(scopeOf(actor, 'audit.read'), (tx) => this.audit.verify(tx, from));
      records += stretch.records;
      if (stretch.brokenAt !== null || stretch.records === 0) return { records, brokenAt: stretch.brokenAt };
      upTo = stretch.upTo;
    }
  }
}
