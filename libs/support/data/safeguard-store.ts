import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

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
