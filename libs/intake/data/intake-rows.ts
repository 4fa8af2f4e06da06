import type { Instant, OutboxRow } from '@hotline/kernel';
import type { Confidentiality, Difficulty, IdentityRow, TicketState, Urgency } from '@hotline/ticket';

/** Rows in the column names of their tables; `no` is given by the database. */
export interface ContactRow {
  readonly id: string;
  readonly channel: string;
  readonly unit_id: string;
  readonly unit_path: string;
  readonly agent_id: string;
  readonly identity_id: string | null;
  readonly ticket_id: string | null;
  readonly started_at: Instant;
  readonly answered_at: Instant | null;
  readonly ended_at: Instant | null;
  readonly outcome: string;
  readonly kind: string | null;
  readonly field: string | null;
  readonly item: string | null;
  readonly places: object;
  readonly employer: string | null;
  readonly summary: string | null;
  readonly answer: string | null;
  readonly call_rating: string | null;
  readonly created_at: Instant;
}

export interface TicketInsert {
  readonly id: string;
  readonly version: number;
  readonly state: TicketState;
  readonly kind: string;
  readonly field: string;
  readonly item: string | null;
  readonly tags: readonly string[];
  readonly difficulty: Difficulty;
  readonly urgency: Urgency;
  readonly industry: string | null;
  readonly confidentiality: Confidentiality;
  readonly title: string;
  readonly text: string;
  readonly employer: string | null;
  readonly employer_key: string | null;
  readonly people: number | null;
  readonly caller_code: string | null;
  readonly caller_guessed: boolean;
  readonly workplace_code: string | null;
  readonly workplace_guessed: boolean;
  readonly employer_seat_code: string | null;
  readonly employer_seat_guessed: boolean;
  readonly insurance_code: string | null;
  readonly insurance_guessed: boolean;
  readonly identity_id: string | null;
  readonly intake_unit_id: string;
  readonly target_unit_id: string | null;
  readonly accountable_unit_id: string;
  readonly path: string;
  readonly turn_unit_id: string;
  readonly turn_expected: string;
  readonly due_at: Instant;
  readonly next_due_at: Instant;
  readonly next_yellow_at: Instant;
  readonly redo_count: number;
  readonly opened_at: Instant;
  readonly updated_at: Instant;
  readonly recall_until: Instant;
  readonly recall_hop_id: string;
}

export interface HopInsert {
  readonly id: string;
  readonly ticket_id: string;
  readonly seq: number;
  readonly from_unit_id: null;
  readonly to_unit_id: string;
  readonly to_path: string;
  readonly role: 'lead';
  readonly sent_at: Instant;
  readonly sent_by: string;
  readonly explanation: { readonly text: string; readonly catalogueVersion: null; readonly rule: null };
}

export interface EventRow {
  readonly ticket_id: string | null;
  readonly contact_id: string | null;
  readonly seq: number;
  readonly kind: string;
  readonly unit_id: string;
  readonly actor_id: string;
  readonly facts: object;
  readonly at: Instant;
  readonly id: string;
}

export interface ClaimRow {
  readonly account_id: string;
  readonly key: string;
  readonly body_hash: string;
  readonly resource_id: string;
  readonly created_at: Instant;
}

/** All rows of one handing-in but the claim of its key. */
export interface IntakeRows {
  readonly identities: readonly IdentityRow[];
  readonly tickets: readonly TicketInsert[];
  readonly lexemes: readonly string[];
  readonly accesses: readonly { readonly ticket_id: string; readonly path: string }[];
  readonly hops: readonly object[];
  readonly clocks: readonly object[];
  readonly contacts: readonly ContactRow[];
  readonly events: readonly EventRow[];
  readonly jobs: readonly OutboxRow[];
  readonly drafts: readonly { readonly account_id: string; readonly id: string }[];
}
