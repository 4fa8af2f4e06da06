import { pathRange, type Scope, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { Role } from '../domain/actor.js';

/** An account as administrators see it; never its password. */
export interface StoredAccount {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly kind: 'person' | 'machine';
  readonly active: boolean;
  readonly version: number;
  readonly lastSignInAt: Date | null;
  readonly memberships: readonly { id: string; role: Role; unitId: string; path: string }[];
  readonly tokens: readonly StoredToken[];
}

export interface StoredToken {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

const VIEW = `a.id, a.name, a.display_name as "displayName", a.kind, a.active, a.version,
  a.last_sign_in_at as "lastSignInAt",
  coalesce((select json_agg(json_build_object('id', m.id, 'role', m.role, 'unitId', m.unit_id, 'path', u.path)
      order by u.path, m.role)
    from membership m join unit u on u.id = m.unit_id
    where m.account_id = a.id and m.revoked_at is null), '[]') as memberships,
  coalesce((select json_agg(json_build_object('id', k.id, 'label', k.label, 'createdAt', k.created_at,
      'expiresAt', k.expires_at, 'lastUsedAt', k.last_used_at) order by k.created_at)
    from machine_token k where k.account_id = a.id and k.revoked_at is null), '[]') as tokens`;

/** Accounts with a membership, live or past, below the scope: one without any would be out of everybody's reach. */
function within(scope: Scope, values: unknown[]): string {
  if (scope.prefixes.length === 0) return 'false';
  const ranges = scope.prefixes.map((prefix) => {
    const { low, high } = pathRange(prefix);
    const at = values.push(low, high);
    return `(u.path >= $${at - 1} and u.path < $${at})`;
  });
  return (
    `exists (select 1 from membership m join unit u on u.id = m.unit_id where m.account_id = a.id ` +
    `and (${ranges.join(' or ')}))`
  );
}

export interface AccountSearch {
  /** Part of the sign-in name or of the displayed name. */
  readonly q?: string | undefined;
  /** Path of a unit: accounts with a live membership there or below. */
  readonly below?: string | undefined;
  /** Accounts after this sign-in name. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One account more than asked for tells that there is a next page. */
export function listAccounts(
  tx: Transaction,
  { q, below, after, limit }: AccountSearch,
): Promise<StoredAccount[]> {
  const values: unknown[] = [];
  const where = [within(tx.scope, values)];
  if (q) {
    const at = values.push(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
    where.push(`(a.name like $${at} or a.display_name like $${at})`);
  }
  if (below) {
    const { low, high } = pathRange(below);
    const at = values.push(low, high);
    where.push(`exists (select 1 from membership m join unit u on u.id = m.unit_id where m.account_id = a.id
      and m.revoked_at is null and u.path >= $${at - 1} and u.path < $${at})`);
  }
  if (after) where.push(`a.name collate "C" > $${values.push(after)}`);
  const most = values.push(limit + 1);
  return rows<StoredAccount>(
    tx,
    `select ${VIEW} from account a where ${where.join(' and ')} order by a.name collate "C" limit $${most}`,
    values,
  );
}

/** Null when absent or out of the administrator's reach. */
export async function findAccount(tx: Transaction, id: string): Promise<StoredAccount | null> {
  const values: unknown[] = [id];
  const reach = within(tx.scope, values);
  return (
    (
      await rows<StoredAccount>(tx, `select ${VIEW} from account a where a.id = $1 and ${reach}`, values)
    )[0] ?? null
  );
}

/** Whether an active person administers exactly this unit. */
export async function hasAdministrator(tx: Transaction, unitId: string): Promise<boolean> {
  const found = await row(
    tx,
    `select 1 as one from membership m join account a on a.id = m.account_id and a.active
     where m.unit_id = $1 and m.role = 'administrator' and m.revoked_at is null limit 1`,
    [unitId],
  );
  return found !== null;
}
