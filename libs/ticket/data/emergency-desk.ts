import type { Instant, Transaction } from '@hotline/kernel';
import type { Unit } from '@hotline/organization';
import type { NewClock } from '../domain/step.js';
import type { TicketFacts } from '../domain/facts.js';

export const EMERGENCY_SERVICES = ['110', '120', '119', 'other'] as const;
export type EmergencyService = (typeof EMERGENCY_SERVICES)[number];
export const SPECIALISTS = ['psychological', 'legal'] as const;
export type Specialist = (typeof SPECIALISTS)[number];

/** 110、120、119: when it was called and what was said, or why it was not. */
export interface EmergencyCall {
  readonly service: EmergencyService;
  /** ISO 8601 with a zone; left out when nobody called. */
  readonly calledAt?: string | undefined;
  readonly reference?: string | undefined;
  readonly said?: string | undefined;
  readonly notCalledReason?: string | undefined;
}

export interface SpecialistInput {
  readonly kind: Specialist;
  readonly reason: string;
  readonly seat?: string | undefined;
  readonly outcome?: string | undefined;
}

export interface EmergencyInput {
  readonly calls: readonly EmergencyCall[];
  readonly transfer?: SpecialistInput | undefined;
}

export interface EmergencyAbout {
  readonly ticketId: string;
  readonly ticketPath: string;
  readonly intakeUnitId: string;
  readonly category: Pick<TicketFacts, 'kind' | 'field' | 'difficulty' | 'urgency'>;
  /** The unit that will most likely have to act. */
  readonly target: Unit;
  readonly now: Instant;
}

/** The branches of the urgent path, decided before the ticket is written and kept right after it. */
export interface EmergencyPlan {
  readonly ticketId: string;
  readonly clocks: readonly NewClock[];
  /** For the event of the opening: ids and codes only. */
  readonly facts: Readonly<Record<string, unknown>>;
  keep(tx: Transaction): Promise<void>;
}

/** Who opens a ticket asks for the branches of its urgent path; the room of supervision answers. */
export abstract class EmergencyDesk {
  abstract prepare(tx: Transaction, input: EmergencyInput, about: EmergencyAbout): Promise<EmergencyPlan>;
}
