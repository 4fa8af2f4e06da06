import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarPlan, PublishedCalendar } from '../domain/calendar-plan.js';
import type { LimitsPreset } from '../domain/limits-preset.js';

@Entity('calendar')
export class CalendarEntity {
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') body!: PublishedCalendar;
  @Column('integer') knownFrom!: number;
  @Column('integer') knownTo!: number;
  @Column('timestamptz', { default: () => 'now()' }) publishedAt!: Date;
  /** Null for what came with the product. */
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('text', { default: '' }) note!: string;
}

@Entity('calendar_draft')
export class CalendarDraftEntity {
  @PrimaryColumn('text') calendarId!: string;
  @Column('integer', { default: 1 }) version!: number;
  /** The published version it was copied from; null for a calendar that is new. */
  @Column('integer', { nullable: true }) basedOn!: number | null;
  @Column('jsonb') plan!: CalendarPlan;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz') changedAt!: Date;
}

@Entity('limits')
export class LimitsEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') effectiveFrom!: Date;
  /** The whole preset, with its id and its day of effect. */
  @Column('jsonb') rows!: LimitsPreset;
  @Column('timestamptz', { default: () => 'now()' }) publishedAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('text', { default: '' }) note!: string;
}

/** One draft for the whole country, as there is one matrix. */
@Entity('limits_draft')
export class LimitsDraftEntity {
  @PrimaryColumn('boolean', { default: true }) only!: boolean;
  @Column('integer', { default: 1 }) version!: number;
  @Column('integer') basedOn!: number;
  @Column('jsonb') body!: Pick<LimitsPreset, 'rows' | 'maxExtensions'>;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz') changedAt!: Date;
}

/** How far the provisional clocks of a newly published year have come. */
@Entity('recomputation')
export class RecomputationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') calendarId!: string;
  @Column('integer') calendarVersion!: number;
  @Column('timestamptz') startedAt!: Date;
  /** Null until the first batch has counted. */
  @Column('integer', { nullable: true }) total!: number | null;
  @Column('integer', { default: 0 }) done!: number;
  @Column('integer', { default: 0 }) moved!: number;
  @Column('integer', { default: 0 }) confirmed!: number;
  /** The clock the last batch ended with. */
  @Column('uuid', { nullable: true }) upTo!: string | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

export const CALENDAR_ENTITIES = [
  CalendarEntity,
  CalendarDraftEntity,
  LimitsEntity,
  LimitsDraftEntity,
  RecomputationEntity,
];
