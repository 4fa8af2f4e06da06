import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('queue_interval')
export class QueueIntervalEntity {
  @PrimaryColumn('text') grain!: string;
  @PrimaryColumn('timestamptz') at!: Date;
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('text') queue!: string;
  @Column('text') unitPath!: string;
  @Column('bigint') arrived!: string;
  @Column('bigint') leftIvr!: string;
  @Column('bigint') closed!: string;
  @Column('bigint') asked!: string;
  @Column('bigint') entered!: string;
  @Column('bigint') answered!: string;
  @Column('bigint') abandoned!: string;
  @Column('bigint') limits!: string;
  @Column('bigint') keys!: string;
  @Column('bigint') refusedFull!: string;
  @Column('bigint') refusedEmpty!: string;
  @Column('bigint') leftEmpty!: string;
  @Column('bigint') withdrawn!: string;
  @Column('bigint') unknown!: string;
  @Column('bigint') unassigned!: string;
  @Column('bigint') waited!: string;
  @Column('bigint') waitUs!: string;
  @Column('bigint') talked!: string;
  @Column('bigint') talkUs!: string;
  @Column('bigint') held!: string;
  @Column('bigint') holdUs!: string;
  @Column('bigint') wrapped!: string;
  @Column('bigint') wrapUs!: string;
  @Column('bigint') rungOut!: string;
  @Column('bigint') rejected!: string;
  @Column('bigint') ringCancelled!: string;
  @Column('bigint') transferred!: string;
  @Column('integer', { array: true }) answeredWaits!: number[];
  @Column('integer', { array: true }) abandonedWaits!: number[];
}

@Entity('agent_interval')
export class AgentIntervalEntity {
  @PrimaryColumn('text') grain!: string;
  @PrimaryColumn('timestamptz') at!: Date;
  @PrimaryColumn('uuid') accountId!: string;
  @Column('text') unitPath!: string;
  @Column('bigint') answered!: string;
  @Column('bigint') waited!: string;
  @Column('bigint') waitUs!: string;
  @Column('bigint') talked!: string;
  @Column('bigint') talkUs!: string;
  @Column('bigint') held!: string;
  @Column('bigint') holdUs!: string;
  @Column('bigint') wrapped!: string;
  @Column('bigint') wrapUs!: string;
  @Column('bigint') rungOut!: string;
  @Column('bigint') rejected!: string;
  @Column('bigint') ringCancelled!: string;
  @Column('bigint') transferred!: string;
  @Column('bigint') dialled!: string;
  @Column('bigint') reached!: string;
  @Column('bigint') signedUs!: string;
  @Column('bigint') idleUs!: string;
  @Column('bigint') ringingUs!: string;
  @Column('bigint') talkingUs!: string;
  @Column('bigint') holdingUs!: string;
  @Column('bigint') wrappingUs!: string;
  @Column('bigint') breakUs!: string;
  @Column('bigint') trainingUs!: string;
  @Column('bigint') outboundUs!: string;
  @Column('bigint') otherUs!: string;
  @Column('bigint') rosteredUs!: string;
  @Column('bigint') adheredUs!: string;
}

/** Sums of a unit with all below it; they follow the rows by trigger. */
@Entity('queue_subtree')
export class QueueSubtreeEntity {
  @PrimaryColumn('text') under!: string;
  @PrimaryColumn('text') grain!: string;
  @PrimaryColumn('timestamptz') at!: Date;
  @Column('bigint') arrived!: string;
  @Column('bigint') leftIvr!: string;
  @Column('bigint') closed!: string;
  @Column('bigint') asked!: string;
  @Column('bigint') entered!: string;
  @Column('bigint') answered!: string;
  @Column('bigint') abandoned!: string;
  @Column('bigint') limits!: string;
  @Column('bigint') keys!: string;
  @Column('bigint') refusedFull!: string;
  @Column('bigint') refusedEmpty!: string;
  @Column('bigint') leftEmpty!: string;
  @Column('bigint') withdrawn!: string;
  @Column('bigint') unknown!: string;
  @Column('bigint') unassigned!: string;
  @Column('bigint') waited!: string;
  @Column('bigint') waitUs!: string;
  @Column('bigint') talked!: string;
  @Column('bigint') talkUs!: string;
  @Column('bigint') held!: string;
  @Column('bigint') holdUs!: string;
  @Column('bigint') wrapped!: string;
  @Column('bigint') wrapUs!: string;
  @Column('bigint') rungOut!: string;
  @Column('bigint') rejected!: string;
  @Column('bigint') ringCancelled!: string;
  @Column('bigint') transferred!: string;
  @Column('integer', { array: true }) answeredWaits!: number[];
  @Column('integer', { array: true }) abandonedWaits!: number[];
}

/** Sums of a unit with all below it; they follow the rows by trigger. */
@Entity('agent_subtree')
export class AgentSubtreeEntity {
  @PrimaryColumn('text') under!: string;
  @PrimaryColumn('text') grain!: string;
  @PrimaryColumn('timestamptz') at!: Date;
  @Column('bigint') answered!: string;
  @Column('bigint') waited!: string;
  @Column('bigint') waitUs!: string;
  @Column('bigint') talked!: string;
  @Column('bigint') talkUs!: string;
  @Column('bigint') held!: string;
  @Column('bigint') holdUs!: string;
  @Column('bigint') wrapped!: string;
  @Column('bigint') wrapUs!: string;
  @Column('bigint') rungOut!: string;
  @Column('bigint') rejected!: string;
  @Column('bigint') ringCancelled!: string;
  @Column('bigint') transferred!: string;
  @Column('bigint') dialled!: string;
  @Column('bigint') reached!: string;
  @Column('bigint') signedUs!: string;
  @Column('bigint') idleUs!: string;
  @Column('bigint') ringingUs!: string;
  @Column('bigint') talkingUs!: string;
  @Column('bigint') holdingUs!: string;
  @Column('bigint') wrappingUs!: string;
  @Column('bigint') breakUs!: string;
  @Column('bigint') trainingUs!: string;
  @Column('bigint') outboundUs!: string;
  @Column('bigint') otherUs!: string;
  @Column('bigint') rosteredUs!: string;
  @Column('bigint') adheredUs!: string;
}

/** A note that an interval must be counted again. */
@Entity('interval_due')
export class IntervalDueEntity {
  @PrimaryColumn('bigint') seq!: string;
  @Column('uuid', { nullable: true }) sourceId!: string | null;
  @Column('text', { nullable: true }) queue!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') fromAt!: Date;
  @Column('timestamptz', { nullable: true }) toAt!: Date | null;
}

@Entity('interval_mark')
export class IntervalMarkEntity {
  @PrimaryColumn('boolean') id!: boolean;
  @Column('timestamptz') runningUntil!: Date;
  @Column('timestamptz') countedAt!: Date;
}

@Entity('shift')
export class ShiftEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('date') day!: string;
  @Column('timestamptz') fromAt!: Date;
  @Column('timestamptz') toAt!: Date;
  @Column('timestamptz') addedAt!: Date;
  @Column('uuid') addedBy!: string;
}

@Entity('shift_week')
export class ShiftWeekEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('date') monday!: string;
  @Column('integer') version!: number;
  @Column('timestamptz') changedAt!: Date;
  @Column('uuid') changedBy!: string;
}

@Entity('staffing_setting')
export class StaffingSettingEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('integer') targetPercent!: number;
  @Column('integer') withinSeconds!: number;
  @Column('integer') shrinkagePercent!: number;
  @Column('integer') weeks!: number;
  @Column('integer') leastAgents!: number;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
}

export const WORKFORCE_ENTITIES = [
  QueueIntervalEntity,
  AgentIntervalEntity,
  QueueSubtreeEntity,
  AgentSubtreeEntity,
  IntervalDueEntity,
  IntervalMarkEntity,
  ShiftEntity,
  ShiftWeekEntity,
  StaffingSettingEntity,
];
