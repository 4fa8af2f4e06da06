import type { Transaction } from '@hotline/kernel';
import { row } from '@hotline/platform';

/** Open tickets that would lose their person. */
export interface OpenWork {
  /** In this person's hands. */
  readonly assigned: number;
  /** Of the whole unit, when nobody else handles there; else 0. */
  readonly open: number;
}

// More says no more.
const MOST = 10_000;

/** What stands in the way of taking a handler out of a unit, read from the tickets' own table. */
export async function openWorkOf(
  tx: Transaction,
  { accountId, unitId, path }: { readonly accountId: string; readonly unitId: string; readonly path: string },
): Promise<OpenWork> {
  const found = await row<OpenWork & Record<string, unknown>>(
    tx,
    `select (select count(*)::integer from (select 1 from ticket t where t.assignee_id = $1
        and t.accountable_unit_id = $2 and t.next_due_at is not null limit ${MOST}) a) as assigned,
      case when exists (select 1 from membership m join account o on o.id = m.account_id where m.unit_id = $2
          and m.role = 'handler' and m.revoked_at is null and m.account_id <> $1 and o.active) then 0
        else (select count(*)::integer from (select 1 from ticket t where t.path = $3 and t.next_due_at is not null
          limit ${MOST}) u) end as open`,
    [accountId, unitId, path],
  );
  return found ?? { assigned: 0, open: 0 };
}
