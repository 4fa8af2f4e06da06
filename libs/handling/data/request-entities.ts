import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PauseEnding } from '@hotline/ticket';

@Entity('ruling_request')
export class RulingRequestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') hopId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: 'extension' | 'exclusion';
  @Column('text') reasonCode!: string;
  @Column('text') reason!: string;
  @Column('integer', { nullable: true }) workingDays!: number | null;
  @Column('uuid', { array: true, default: '{}' }) attachmentIds!: string[];
  @Column('uuid') rulerUnitId!: string;
  @Column('timestamptz', { nullable: true }) ruledAt!: Date | null;
  @Column('uuid', { nullable: true }) ruledBy!: string | null;
  @Column('text', { nullable: true }) decision!: 'granted' | 'refused' | 'lapsed' | null;
  @Column('text', { nullable: true }) rulingReason!: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('uuid', { nullable: true }) revokedBy!: string | null;
  @Column('text', { nullable: true }) revokeReason!: string | null;
}

@Entity('request_raise')
export class RequestRaiseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') fromUnitId!: string;
  @Column('uuid') toUnitId!: string;
  @Column('timestamptz') at!: Date;
}

@Entity('pause')
export class PauseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') hopId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') reasonCode!: string;
  @Column('text') thirdParty!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') untilAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) endedHow!: PauseEnding | null;
  @Column('text', { nullable: true }) endNote!: string | null;
}

@Entity('referral')
export class ReferralEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') hopId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') bodyCode!: string;
  @Column('text', { nullable: true }) bodyName!: string | null;
  @Column('date') referredOn!: string;
  @Column('text', { nullable: true }) referenceNo!: string | null;
  @Column('text') note!: string;
  @Column('uuid', { array: true, default: '{}' }) attachmentIds!: string[];
  @Column('timestamptz', { nullable: true }) repliedAt!: Date | null;
  @Column('uuid', { nullable: true }) repliedBy!: string | null;
  @Column('text', { nullable: true }) reply!: string | null;
  @Column('uuid', { array: true, default: '{}' }) replyAttachmentIds!: string[];
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

@Entity('withdrawal')
export class WithdrawalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') toldBy!: 'worker' | 'family' | 'representative';
  @Column('timestamptz') toldAt!: Date;
  @Column('uuid', { nullable: true }) workerContactId!: string | null;
  @Column('text') words!: string;
}

@Entity('declination')
export class DeclinationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') reasonCode!: string;
  @Column('text') reason!: string;
  @Column('text', { nullable: true }) guidedTo!: string | null;
  @Column('text', { nullable: true }) guidedContact!: string | null;
}

@Entity('assignment')
export class AssignmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) assigneeId!: string | null;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) note!: string | null;
}

@Entity('hand_over')
export class HandOverEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') fromAccountId!: string;
  @Column('uuid') toAccountId!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') reason!: string;
  @Column('integer') tickets!: number;
  @Column('integer') drafts!: number;
}

@Entity('handling_settings')
export class HandlingSettingsEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('integer') returnCap!: number;
  @Column('integer') extensionPercent!: number;
  @Column('integer') pauseWorkingDays!: number;
  @Column('text') reason!: string;
}

export const REQUEST_ENTITIES = [
  RulingRequestEntity,
  RequestRaiseEntity,
  PauseEntity,
  ReferralEntity,
  WithdrawalEntity,
  DeclinationEntity,
  AssignmentEntity,
  HandOverEntity,
  HandlingSettingsEntity,
];
