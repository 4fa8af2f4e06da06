import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import type { Role } from '@hotline/organization';
import { row, rows } from '@hotline/platform';
import { seen } from '@hotline/ticket';

export const CONSENT_MEANS = ['call', 'meeting', 'written', 'online'] as const;
export type ConsentMeans = (typeof CONSENT_MEANS)[number];

export interface Consent {
  readonly id: string;
  readonly agreed: boolean;
  readonly means: ConsentMeans;
  readonly note: string | null;
  readonly unitId: string;
}

export interface Recusal {
  readonly id: string;
  readonly accountId: string | null;
  readonly unitId: string | null;
  readonly reason: string;
  readonly ordered: boolean;
}

export interface Post {
  readonly accountId: string;
  readonly name: string;
  readonly unitId: string;
  readonly roles: Role[];
}

// A list to choose from; a unit with more people than this is searched by name on its own page.
const MOST_PEOPLE = 500;

/** Consents and recusals are only ever added; the newest consent counts, a recusal stands. */
@Injectable()
export class SafeguardStore {
  async keepConsent(tx: Transaction, ticketId: string, consent: Consent): Promise<void> {
    const { id, agreed, means, note, unitId } = consent;
    await rows(
      tx,
      `insert into identity_consent (id, ticket_id, agreed, means, note, unit_id, account_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, ticketId, agreed, means, note, unitId, tx.scope.accountId, tx.now],
    );
  }

  async keepRecusal(tx: Transaction, ticketId: string, recusal: Recusal): Promise<void> {
    const { id, accountId, unitId, reason, ordered } = recusal;
    await rows(
      tx,
      `insert into recusal (id, ticket_id, account_id, unit_id, reason, ordered, by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, ticketId, accountId, unitId, reason, ordered, tx.scope.accountId, tx.now],
    );
  }

  /** Units a visible ticket went through or has a part in, with the one that took it; null when it is invisible. */
  async unitsOf(tx: Transaction, ticketId: string): Promise<string[] | null> {
    const values: unknown[] = [ticketId];
    const predicate = seen('t', tx.scope, values);
    const found = await row<{ units: string[] }>(
      tx,
      `select array(select distinct u.id from (
           select h.to_unit_id as id from hop h where h.ticket_id = t.id
           union all select t.intake_unit_id union all select t.accountable_unit_id
         ) u where u.id is not null)::uuid[] as units
       from ticket t where t.id = $1 and ${predicate}`,
      values,
    );
    return found?.units ?? null;
  }

  /** People who act for these units, by name. */
  peopleOf(tx: Transaction, unitIds: readonly string[]): Promise<Post[]> {
    return rows<Post & Record<string, unknown>>(
      tx,
      `select a.id as "accountId", a.display_name as name, m.unit_id as "unitId", array_agg(m.role order by m.role) as roles
       from membership m join account a on a.id = m.account_id and a.active and a.kind = 'person'
       where m.unit_id = any ($1::uuid[]) and m.revoked_at is null
       group by a.id, a.display_name, m.unit_id order by a.display_name, a.id limit ${MOST_PEOPLE}`,
      [unitIds],
    );
  }

  /** Units an account acts for, with their paths; empty for an unknown or closed account. */
  async postsOf(tx: Transaction, accountId: string): Promise<{ unitId: string; path: string }[]> {
    return rows<{ unitId: string; path: string }>(
      tx,
      `select m.unit_id as "unitId", u.path from membership m join unit u on u.id = m.unit_id
       join account a on a.id = m.account_id where m.account_id = $1 and m.revoked_at is null and a.active`,
      [accountId],
    );
  }
}
