import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type AuditSearch, listAudit, type ListedRecord } from '../data/audit-list.js';
import { type Actor, scopeOf } from '../domain/actor.js';

/** What the people of the auditor's subtree did, newest first. */
@Injectable()
export class ListAudit {
  constructor(private readonly work: UnitOfWork) {}

  async run(actor: Actor, search: AuditSearch): Promise<{ items: ListedRecord[]; next: string | null }> {
    const found = await this.work.read(scopeOf(actor, 'audit.read'), (tx) => listAudit(tx, search));
    const items = found.slice(0, search.limit);
    return { items, next: found.length > search.limit ? (items.at(-1)?.seq ?? null) : null };
  }
}
