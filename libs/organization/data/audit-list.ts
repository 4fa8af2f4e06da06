import { pathRange, type Scope, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { AuditFacts } from '../domain/audit-record.js';

export interface ListedRecord {
  readonly seq: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly reason: string | null;
  readonly facts: AuditFacts;
}

export interface AuditSearch {
  readonly action?: string | undefined;
  readonly objectKind?: string | undefined;
  readonly objectId?: string | undefined;
  readonly actorId?: string | undefined;
  /** Records before this number. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * An auditor sees what the people of his subtree did, whatever role they have lost since; the national one also sees
 * acts of nobody in particular, such as failed sign-ins.
 */
function within(scope: Scope, values: unknown[]): string {
  if (scope.prefixes.includes('cn/')) return 'true';
  if (scope.prefixes.length === 0) return 'false';
  const ranges = scope.prefixes.map((prefix) => {
    const { low, high } = pathRange(prefix);
    const at = values.push(low, high);
    return `(u.path >= $${at - 1} and u.path < $${at})`;
  });
  return (
    `exists (select 1 from membership m join unit u on u.id = m.unit_id where m.account_id = r.actor_id ` +
    `and (${ranges.join(' or ')}))`
  );
}

/** Newest first; one record more than asked for tells that there is a next page. */
export function listAudit(
  tx: Transaction,
  { before, limit, ...exact }: AuditSearch,
): Promise<ListedRecord[]> {
  const values: unknown[] = [];
  const where = [within(tx.scope, values)];
  const columns = {
    action: 'action',
    objectKind: 'object_kind',
    objectId: 'object_id',
    actorId: 'actor_id',
  } as const;
  for (const [key, column] of Object.entries(columns) as [keyof typeof columns, string][]) {
    if (exact[key] !== undefined) where.push(`r.${column} = $${values.push(exact[key])}`);
  }
  if (before !== undefined) where.push(`r.seq < $${values.push(before)}`);
  const most = values.push(limit + 1);
  return rows<ListedRecord>(
    tx,
    `select r.seq, r.at, r.actor_id as "actorId", a.display_name as "actorName", r.action,
       r.object_kind as "objectKind", r.object_id as "objectId", r.reason, r.facts
     from audit r left join account a on a.id = r.actor_id
     where ${where.join(' and ')} order by r.seq desc limit $${most}`,
    values,
  );
}
