import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmergencyService, OrderKind, Specialist } from '@hotline/ticket';
import type { UnitLevel } from '@hotline/organization';
import type { DayKind, DutyRank } from '../domain/duty-roster.js';
import type { LadderStep, StepSetting } from '../domain/ladder.js';
import type { MentionRole, NoteCircle } from '../domain/note-rules.js';
import type { OrderSource } from '../domain/order-steps.js';

@Entity('ticket_order')
export class TicketOrderEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') hopId!: string;
  @Column('text') kind!: OrderKind;
  @Column('text') source!: OrderSource;
  @Column('uuid') fromUnitId!: string;
  @Column('uuid') toUnitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') text!: string;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) endReason!: string | null;
}

@Entity('ladder_setting')
export class LadderSettingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text') level!: UnitLevel;
  @Column('integer') version!: number;
  @Column('date') effectiveFrom!: string;
  @Column('jsonb') steps!: StepSetting[];
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) accountId!: string | null;
}

/** One stage of one custody on the ladder, and when to look at it next. */
@Entity('ladder_run')
export class LadderRunEntity {
  @PrimaryColumn('uuid') hopId!: string;
  @PrimaryColumn('uuid') unitId!: string;
  @Column('uuid') ticketId!: string;
  @Column('timestamptz', { nullable: true }) nextAt!: Date | null;
  @Column('timestamptz', { nullable: true }) takenOverAt!: Date | null;
  @Column('uuid', { nullable: true }) takenOverBy!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}

@Entity('ladder_step')
export class LadderStepEntity {
  @PrimaryColumn('uuid') hopId!: string;
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('text') step!: LadderStep;
  @Column('uuid') ticketId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') outcome!: 'done' | 'skipped' | 'by-person';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) orderId!: string | null;
}

@Entity('emergency')
export class EmergencyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('text') service!: EmergencyService;
  @Column('timestamptz', { nullable: true }) calledAt!: Date | null;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { nullable: true }) said!: string | null;
  @Column('text', { nullable: true }) notCalledReason!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
}

@Entity('duty_roster')
export class DutyRosterEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') accountId!: string;
  @Column('bytea', { nullable: true }) phoneSealed!: Buffer | null;
  @Column('text', { nullable: true }) phoneMasked!: string | null;
  @Column('text') rank!: DutyRank;
  @Column('date') fromDay!: string;
  @Column('date', { nullable: true }) toDay!: string | null;
  @Column('integer', { array: true }) weekdays!: number[];
  @Column('text') dayKind!: DayKind;
  @Column('text') fromTime!: string;
  @Column('text') toTime!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) addedBy!: string | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('uuid', { nullable: true }) removedBy!: string | null;
}

@Entity('leader_receipt')
export class LeaderReceiptEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text', { nullable: true }) rank!: DutyRank | null;
  @Column('timestamptz') toldAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
  @Column('timestamptz', { nullable: true }) passedOnAt!: Date | null;
}

@Entity('specialist_transfer')
export class SpecialistTransferEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('text') kind!: Specialist;
  @Column('text') reason!: string;
  @Column('text', { nullable: true }) seat!: string | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
}

@Entity('note')
export class NoteEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') text!: string;
  @Column('text') visible!: NoteCircle;
  @Column('uuid', { nullable: true }) correctsId!: string | null;
}

@Entity('note_mention')
export class NoteMentionEntity {
  @PrimaryColumn('uuid') noteId!: string;
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('text') role!: MentionRole;
  @Column('uuid') ticketId!: string;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
}

export const SUPERVISION_ENTITIES = [
  TicketOrderEntity,
  LadderSettingEntity,
  LadderRunEntity,
  LadderStepEntity,
  EmergencyEntity,
  DutyRosterEntity,
  LeaderReceiptEntity,
  SpecialistTransferEntity,
  NoteEntity,
  NoteMentionEntity,
];
