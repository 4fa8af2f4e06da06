import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { seen } from '@hotline/ticket';
import type { ProposalState } from '../domain/proposed-rule.js';

export interface Proposal {
  readonly id: string;
  readonly at: Instant;
  readonly account: string;
  readonly unitId: string;
  readonly ticketId: string;
  readonly ticketNo: string;
  readonly kind: string;
  readonly field: string;
  readonly workplaceCode: string | null;
  readonly catalogueVersion: number | null;
  readonly rule: number | null;
  readonly proposedUnitId: string | null;
  readonly reason: string;
  readonly state: ProposalState;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly rulingReason: string | null;
  readonly draftId: string | null;
}

export type NewProposal = Pick<
  Proposal,
  'id' | 'unitId' | 'ticketId' | 'catalogueVersion' | 'rule' | 'proposedUnitId' | 'reason'
>;

const COLUMNS = `p.id, p.at, a.display_name as account, p.unit_id as "unitId", p.ticket_id as "ticketId",
  t.no as "ticketNo", t.kind, t.field, t.workplace_code as "workplaceCode", p.catalogue_version as "catalogueVersion",
  p.rule, p.proposed_unit_id as "proposedUnitId", p.reason, p.state, p.decided_at as "decidedAt",
  d.display_name as "decidedBy", p.ruling_reason as "rulingReason", p.draft_id as "draftId"`;
const FROM = `catalogue_proposal p join ticket t on t.id = p.ticket_id join account a on a.id = p.account_id
  left join account d on d.id = p.decided_by`;

type Row = Proposal & Record<string, unknown>;

/** What people who rule returns say the catalogue should have said. */
@Injectable()
export class ProposalStore {
  /** @returns false when the ticket has an open proposal already */
  async insert(tx: Transaction, one: NewProposal): Promise<boolean> {
    const added = await changed(
      tx,
      `insert into catalogue_proposal (id, at, account_id, unit_id, ticket_id, catalogue_version, rule,
         proposed_unit_id, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (ticket_id) where state = 'open' do nothing`,
      [
        one.id,
        tx.now,
        tx.scope.accountId,
        one.unitId,
        one.ticketId,
        one.catalogueVersion,
        one.rule,
        one.proposedUnitId,
        one.reason,
      ],
    );
    return added === 1;
  }

  /** Newest first, of tickets within the scope. */
  list(
    tx: Transaction,
    state: ProposalState | null,
    before: string | null,
    limit: number,
  ): Promise<Proposal[]> {
    const values: unknown[] = [state, before, limit];
    return rows<Row>(
      tx,
      `select ${COLUMNS} from ${FROM} where ($1::text is null or p.state = $1) and ($2::uuid is null or p.id < $2)
         and ${seen('t', tx.scope, values)} order by p.id desc limit $3`,
      values,
    );
  }

  find(tx: Transaction, id: string): Promise<Proposal | null> {
    return this.one(tx, id, '');
  }

  lock(tx: Transaction, id: string): Promise<Proposal | null> {
    return this.one(tx, id, 'for no key update of p');
  }

  private one(tx: Transaction, id: string, locking: string): Promise<Proposal | null> {
    const values: unknown[] = [id];
    return row<Row>(
      tx,
      `select ${COLUMNS} from ${FROM} where p.id = $1 and ${seen('t', tx.scope, values)} ${locking}`,
      values,
    );
  }

  async rule(
    tx: Transaction,
    id: string,
    ruling: { state: 'accepted' | 'refused'; reason: string | null; draftId: string | null },
  ): Promise<void> {
    await changed(
      tx,
      `update catalogue_proposal set state = $2, ruling_reason = $3, draft_id = $4, decided_at = $5, decided_by = $6
       where id = $1`,
      [id, ruling.state, ruling.reason, ruling.draftId, tx.now, tx.scope.accountId],
    );
  }

  /** The owner a return of this ticket named last: the ruled one before the one it asked for. */
  async returnedTo(tx: Transaction, ticketId: string): Promise<string | null> {
    const found = await row<{ unit_id: string | null }>(
      tx,
      `select coalesce(r.ruled_unit_id, r.proposed_unit_id) as unit_id from return_request r
       where r.ticket_id = $1 and r.decision is distinct from 'refused' order by r.at desc limit 1`,
      [ticketId],
    );
    return found?.unit_id ?? null;
  }
}
