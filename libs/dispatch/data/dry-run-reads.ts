import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { type Confidentiality, seen } from '@hotline/ticket';
import type { RouteQuestion } from '../domain/catalogue.js';
import type { DryRunOutcome } from '../domain/dry-run.js';

export interface PastTicket {
  readonly id: string;
  readonly openedAt: Instant;
  /** With all its microseconds: the place where the next batch goes on. */
  readonly openedAtText: string;
  readonly question: RouteQuestion;
}

interface TicketRow {
  id: string;
  opened_at: Date;
  opened_at_text: string;
  kind: string;
  field: string;
  item: string | null;
  tags: string[];
  industry: string | null;
  employer: string | null;
  confidentiality: Confidentiality;
  caller_code: string | null;
  caller_guessed: boolean;
  workplace_code: string | null;
  workplace_guessed: boolean;
  employer_seat_code: string | null;
  employer_seat_guessed: boolean;
  insurance_code: string | null;
  insurance_guessed: boolean;
}

/** One group of tickets that would go from one place to another. */
export interface DryRunGroup {
  readonly outcome: DryRunOutcome;
  readonly fromUnitId: string | null;
  readonly toUnitId: string | null;
  readonly count: number;
}

export interface DryRunRow extends Omit<DryRunGroup, 'count'> {
  readonly seq: number;
  readonly ticketId: string;
  readonly ticketNo: string;
  readonly openedAt: Instant;
  readonly kind: string;
  readonly field: string;
  readonly workplaceCode: string | null;
  readonly fromVersion: number;
  readonly fromRule: number | null;
  readonly fromReason: string | null;
  readonly toRule: number | null;
  readonly toReason: string | null;
}

/** `undefined`: any; null: no unit, because it stays unclear. */
export interface RowFilter {
  readonly outcome?: DryRunOutcome | undefined;
  readonly fromUnitId?: string | null | undefined;
  readonly toUnitId?: string | null | undefined;
}

const MOST_GROUPS = 200;

@Injectable()
export class DryRunReads {
  /** How many tickets a run of at most `most` will find. */
  async countTickets(tx: Transaction, most: number): Promise<number> {
    const values: unknown[] = [tx.now, most];
    const found = await row<{ n: number }>(
      tx,
      `select count(*)::integer as n from (select 1 from ticket t where t.opened_at <= $1
         and ${seen('t', tx.scope, values)} limit $2) found`,
      values,
    );
    return found?.n ?? 0;
  }

  /** The next tickets below a place in the order "newest first". */
  async tickets(
    tx: Transaction,
    before: { readonly openedAt: Instant | string; readonly id: string | null },
    limit: number,
  ): Promise<PastTicket[]> {
    const values: unknown[] = [before.openedAt, before.id ?? LAST_ID, limit];
    const found = await rows<TicketRow>(
      tx,
      `select t.id, t.opened_at, t.opened_at::text as opened_at_text, t.kind, t.field, t.item, t.tags, t.industry, t.employer, t.confidentiality,
         t.caller_code, t.caller_guessed, t.workplace_code, t.workplace_guessed, t.employer_seat_code,
         t.employer_seat_guessed, t.insurance_code, t.insurance_guessed
       from ticket t where (t.opened_at, t.id) < ($1::timestamptz, $2::uuid) and ${seen('t', tx.scope, values)}
       order by t.opened_at desc, t.id desc limit $3`,
      values,
    );
    return found.map((one) => ({
      id: one.id,
      openedAt: one.opened_at,
      openedAtText: one.opened_at_text,
      question: questionOf(one),
    }));
  }

  groups(tx: Transaction, runId: string): Promise<DryRunGroup[]> {
    return rows<DryRunGroup & Record<string, unknown>>(
      tx,
      `select r.outcome, r.from_unit_id as "fromUnitId", r.to_unit_id as "toUnitId", count(*)::integer as count
       from catalogue_dry_run_row r where r.run_id = $1 and r.outcome <> 'same'
       group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ${MOST_GROUPS}`,
      [runId],
    );
  }

  list(
    tx: Transaction,
    runId: string,
    { outcome, fromUnitId, toUnitId }: RowFilter,
    page: { readonly after: number; readonly limit: number },
  ): Promise<DryRunRow[]> {
    const values: unknown[] = [runId, page.after, page.limit];
    const clauses = ['r.run_id = $1', 'r.seq > $2'];
    if (outcome) clauses.push(`r.outcome = $${values.push(outcome)}`);
    if (fromUnitId !== undefined)
      clauses.push(`r.from_unit_id is not distinct from $${values.push(fromUnitId)}`);
    if (toUnitId !== undefined) clauses.push(`r.to_unit_id is not distinct from $${values.push(toUnitId)}`);
    clauses.push(seen('t', tx.scope, values));
    return rows<DryRunRow & Record<string, unknown>>(
      tx,
      `select r.seq, r.ticket_id as "ticketId", t.no as "ticketNo", t.opened_at as "openedAt", t.kind, t.field,
         t.workplace_code as "workplaceCode", r.outcome, r.from_unit_id as "fromUnitId", r.from_version as "fromVersion",
         r.from_rule as "fromRule", r.from_reason as "fromReason", r.to_unit_id as "toUnitId", r.to_rule as "toRule",
         r.to_reason as "toReason"
       from catalogue_dry_run_row r join ticket t on t.id = r.ticket_id
       where ${clauses.join(' and ')} order by r.seq limit $3`,
      values,
    );
  }
}

// Above every id: a run begins with the tickets of its own first instant.
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function questionOf(one: TicketRow): RouteQuestion {
  const { kind, field, item, tags, industry, employer, confidentiality } = one;
  return {
    kind,
    field,
    item,
    tags,
    industry,
    employer,
    confidentiality,
    places: {
      caller: { code: one.caller_code, guessed: one.caller_guessed },
      workplace: { code: one.workplace_code, guessed: one.workplace_guessed },
      employerSeat: { code: one.employer_seat_code, guessed: one.employer_seat_guessed },
      insurance: { code: one.insurance_code, guessed: one.insurance_guessed },
    },
  };
}
