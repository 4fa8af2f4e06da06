import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('presence')
export class PresenceEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('integer') version!: number;
  @Column('integer') intentVersion!: number;
  @Column('text') ledBy!: string;
  @Column('uuid', { nullable: true }) telephoneId!: string | null;
  @Column('timestamptz', { nullable: true }) signedInAt!: Date | null;
  @Column('text') intent!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') since!: Date;
  @Column('timestamptz') stretchAt!: Date;
  @Column('text', { nullable: true }) underIntent!: string | null;
  @Column('text', { nullable: true }) underReason!: string | null;
  @Column('timestamptz', { nullable: true }) underStretchAt!: Date | null;
  @Column('text', { nullable: true }) nextIntent!: string | null;
  @Column('text', { nullable: true }) nextReason!: string | null;
  @Column('timestamptz', { nullable: true }) wrapUpAt!: Date | null;
  @Column('timestamptz', { nullable: true }) wrapUpEndsAt!: Date | null;
  @Column('integer') wrapUpProlonged!: number;
  @Column('uuid', { nullable: true }) wrapUpCallId!: string | null;
  @Column('uuid', { nullable: true }) wrapUpVisitId!: string | null;
  /** Milliseconds of the running break in closed segments. */
  @Column('bigint') breakUsedMs!: string;
  @Column('boolean') flagged!: boolean;
  @Column('text') device!: string;
  @Column('timestamptz', { nullable: true }) deviceAt!: Date | null;
  @Column('uuid', { nullable: true }) callId!: string | null;
  @Column('uuid', { nullable: true }) callVisitId!: string | null;
  @Column('text', { nullable: true }) callDirection!: string | null;
  @Column('text', { nullable: true }) callState!: string | null;
  @Column('timestamptz', { nullable: true }) callSince!: Date | null;
  @Column('timestamptz', { nullable: true }) callHeardAt!: Date | null;
  @Column('timestamptz') seenAt!: Date;
  @Column('boolean') lost!: boolean;
  @Column('integer') lastSeq!: number;
  @Column('uuid', { nullable: true }) answerCallId!: string | null;
  @Column('uuid', { nullable: true }) answerVisitId!: string | null;
  @Column('timestamptz', { nullable: true }) answerAt!: Date | null;
}

@Entity('presence_segment')
export class PresenceSegmentEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('text') unitPath!: string;
  @Column('timestamptz') shiftAt!: Date;
  @Column('text') shown!: string;
  @Column('text') intent!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') fromAt!: Date;
  @Column('timestamptz', { nullable: true }) toAt!: Date | null;
  @Column('timestamptz') stretchAt!: Date;
  @Column('uuid', { nullable: true }) callId!: string | null;
  @Column('uuid', { nullable: true }) visitId!: string | null;
  @Column('text') madeBy!: string;
  @Column('text') cause!: string;
}

@Entity('presence_setting')
export class PresenceSettingEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('integer') wrapUpSeconds!: number;
  @Column('integer') prolongSeconds!: number;
  @Column('integer') prolongTimes!: number;
  @Column('integer') unknownAfterSeconds!: number;
  @Column('integer') signedOutAfterSeconds!: number;
  @Column('jsonb') breaks!: object;
  @Column('text') reason!: string;
}

/** What a unit below the root has for its own agents. */
@Entity('presence_unit_setting')
export class PresenceUnitSettingEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid') accountId!: string;
  @Column('jsonb', { nullable: true }) settings!: object | null;
  @Column('text') reason!: string;
}

/** A call a person had his telephone dial. */
@Entity('presence_dial')
export class PresenceDialEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('uuid') sourceId!: string;
  @Column('text') callKey!: string;
  @Column('text') subject!: string;
  @Column('uuid') subjectId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) fault!: string | null;
}

/** Which screen of a person writes a call down. */
@Entity('call_screen')
export class CallScreenEntity {
  @PrimaryColumn('uuid') callId!: string;
  @PrimaryColumn('uuid') accountId!: string;
  @Column('uuid') screenId!: string;
  @Column('timestamptz') takenAt!: Date;
}

export const PRESENCE_ENTITIES = [
  PresenceEntity,
  PresenceSegmentEntity,
  PresenceSettingEntity,
  PresenceUnitSettingEntity,
  PresenceDialEntity,
  CallScreenEntity,
];
