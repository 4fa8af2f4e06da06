import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number that has to be called back; one for each number and unit while it is open. */
@Entity('missed_call')
export class MissedCallEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('bytea') callerHash!: Buffer;
  @Column('text', { nullable: true }) callerMasked!: string | null;
  @Column('uuid') callId!: string;
  @Column('timestamptz') firstAt!: Date;
  @Column('timestamptz') lastAt!: Date;
  @Column('integer') tries!: number;
  @Column('text') reason!: string;
  @Column('boolean') wanted!: boolean;
  @Column('timestamptz') dueAt!: Date;
  @Column('uuid', { nullable: true }) takenBy!: string | null;
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid', { nullable: true }) closedBy!: string | null;
  @Column('text', { nullable: true }) result!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) throughCallId!: string | null;
  @Column('integer') version!: number;
}

/** One missed call; those of withheld numbers belong to no duty. */
@Entity('missed_try')
export class MissedTryEntity {
  @PrimaryColumn('uuid') callId!: string;
  @Column('uuid', { nullable: true }) missedId!: string | null;
  @Column('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') reason!: string;
}

/** Somebody called back, or said why not. */
@Entity('missed_attempt')
export class MissedAttemptEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') missedId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') outcome!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) callId!: string | null;
}

/** How soon a unit calls back, version by version. */
@Entity('missed_call_setting')
export class MissedCallSettingEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('integer') limitAmount!: number;
  @Column('text') limitUnit!: string;
  @Column('integer') attempts!: number;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz') changedAt!: Date;
}

/** A call that changed and waits to be judged. */
@Entity('unjudged_call')
export class UnjudgedCallEntity {
  @PrimaryColumn('bigint', { generated: 'identity' }) seq!: string;
  @Column('uuid') callId!: string;
}

export const MISSED_CALLS_ENTITIES = [
  MissedCallEntity,
  MissedTryEntity,
  MissedAttemptEntity,
  MissedCallSettingEntity,
  UnjudgedCallEntity,
];
