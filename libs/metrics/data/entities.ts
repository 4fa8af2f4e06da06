import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one subject (a contact, a ticket's deadline, a rating) says to one number. */
@Entity('metric_fact')
export class MetricFactEntity {
  @PrimaryColumn('text') metric!: string;
  @PrimaryColumn('uuid') subjectId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('date') day!: string;
  @Column('timestamptz') at!: Date;
  @Column('boolean') counted!: boolean;
  @Column('boolean') hit!: boolean;
  @Column('text', { nullable: true }) excluded!: string | null;
  @Column('uuid', { nullable: true }) ticketId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('integer', { nullable: true }) amount!: number | null;
  @Column('text', { nullable: true }) callPace!: string | null;
}

/** The facts of one unit and day, added up. */
@Entity('metric_daily')
export class MetricDailyEntity {
  @PrimaryColumn('text') metric!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('integer') denominator!: number;
  @Column('integer') numerator!: number;
  @Column('jsonb', { default: {} }) excluded!: object;
  @Column('jsonb', { default: {} }) bins!: object;
}

/** What a day said when it was frozen. */
@Entity('metric_snapshot')
export class MetricSnapshotEntity {
  @PrimaryColumn('text') metric!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('integer') denominator!: number;
  @Column('integer') numerator!: number;
  @Column('jsonb') excluded!: object;
  @Column('timestamptz') frozenAt!: Date;
  /** Of the definition it was counted by. */
  @Column('integer') definitionVersion!: number;
}

/** A call whose fact waits to be counted anew. */
@Entity('uncounted_call')
export class UncountedCallEntity {
  @PrimaryColumn('bigint', { generated: 'identity' }) seq!: string;
  @Column('uuid') callId!: string;
}

/** Since when the telephone makes the connection rate of a unit. */
@Entity('call_counting')
export class CallCountingEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @Column('timestamptz') since!: Date;
}

export const METRICS_ENTITIES = [
  MetricFactEntity,
  MetricDailyEntity,
  MetricSnapshotEntity,
  UncountedCallEntity,
  CallCountingEntity,
];
