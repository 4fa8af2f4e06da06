import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockKind, Explanation } from '../domain/facts.js';
import type { Restatement } from '../domain/step.js';
import { TicketEntity } from './ticket-entity.js';
import { TOGETHER_ENTITIES } from './together-entities.js';

@Entity('ticket_search')
export class TicketSearchEntity {
  @PrimaryColumn('uuid') ticketId!: string;
  @Column('tsvector') document!: string;
}

/** Every unit that ever had custody keeps read access. */
@Entity('ticket_access')
export class TicketAccessEntity {
  @PrimaryColumn('uuid') ticketId!: string;
  @PrimaryColumn({ type: 'text', collation: 'C' }) path!: string;
  /** True once the ticket lies outside this unit's subtree. */
  @Column('boolean', { nullable: true }) away!: boolean | null;
}

@Entity('hop')
export class HopEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('integer') seq!: number;
  @Column('uuid', { nullable: true }) fromUnitId!: string | null;
  @Column('uuid') toUnitId!: string;
  @Column({ type: 'text', collation: 'C' }) toPath!: string;
  @Column('text', { default: 'lead' }) role!: 'lead' | 'support';
  @Column('timestamptz') sentAt!: Date;
  @Column('uuid', { nullable: true }) sentBy!: string | null;
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  @Column('uuid', { nullable: true }) signedBy!: string | null;
  @Column('timestamptz', { nullable: true }) firstContactAt!: Date | null;
  @Column('timestamptz', { nullable: true }) passedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) reportedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) returnedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) recalledAt!: Date | null;
  /** Set when a change of the tree handed the custody on, not a person. */
  @Column('uuid', { nullable: true }) changeId!: string | null;
  @Column('jsonb') explanation!: Explanation;
  /** Of a supporting hop: the lead hop it belongs to. */
  @Column('uuid', { nullable: true }) parentHopId!: string | null;
}

@Entity('clock')
export class ClockEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid', { nullable: true }) hopId!: string | null;
  @Column('text') kind!: ClockKind;
  @Column('uuid') unitId!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz') yellowAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz') originalDueAt!: Date;
  @Column('timestamptz', { nullable: true }) stoppedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) yellowCardedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) redCardedAt!: Date | null;
  /** Null: the calendar of the clock's unit. */
  @Column('text', { nullable: true }) calendarId!: string | null;
  @Column('integer') calendarVersion!: number;
  @Column('boolean', { default: false }) provisional!: boolean;
  @Column('text') limitId!: string;
  @Column('integer') limitAmount!: number;
  @Column('text') limitUnit!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  /** Times a right: it lapses at `dueAt` by itself, is never carded and never late. */
  @Column('boolean', { default: false }) isRight!: boolean;
  @Column('timestamptz', { nullable: true }) lapsedAt!: Date | null;
  /** When the ladder of urging took notice of it. */
  @Column('timestamptz', { nullable: true }) ladderedAt!: Date | null;
}

/** A deadline that moved: what it was, what it became, and why. */
@Entity('clock_restatement')
export class ClockRestatementEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clockId!: string;
  @Column('uuid') ticketId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) by!: string | null;
  @Column('text') reason!: Restatement;
  @Column('timestamptz') fromDueAt!: Date;
  @Column('timestamptz') toDueAt!: Date;
  @Column('timestamptz') fromYellowAt!: Date;
  @Column('timestamptz') toYellowAt!: Date;
  @Column('integer') calendarVersion!: number;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
}

/** Append-only and partitioned by month, so the month is part of the key. */
@Entity('event')
export class EventEntity {
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) ticketId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('integer') seq!: number;
  @Column('text') kind!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('jsonb', { default: {} }) facts!: Record<string, unknown>;
}

/** Events the numbers have not counted yet. */
@Entity('unfolded_event')
export class UnfoldedEventEntity {
  @PrimaryColumn('uuid') eventId!: string;
  @Column('timestamptz') at!: Date;
}

@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) ticketId!: string | null;
  @Column('text') kind!: string;
  @Column('timestamptz') at!: Date;
}

@Entity('notice_read')
export class NoticeReadEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @Column('timestamptz') upTo!: Date;
}

export const TICKET_ENTITIES = [
  TicketEntity,
  TicketSearchEntity,
  TicketAccessEntity,
  HopEntity,
  ClockEntity,
  ClockRestatementEntity,
  EventEntity,
  UnfoldedEventEntity,
  NoticeEntity,
  NoticeReadEntity,
  ...TOGETHER_ENTITIES,
];
