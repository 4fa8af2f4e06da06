import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartEnding, PartSource } from '../domain/support.js';

/** A part asked of a supporting unit, and what became of it. */
@Entity('support')
export class SupportEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  /** In whose hands the part is now. */
  @Column('uuid') hopId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') asked!: string;
  @Column('text') source!: PartSource;
  @Column('uuid') askedUnitId!: string;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) passedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) declinedAt!: Date | null;
  @Column('uuid', { nullable: true }) declinedBy!: string | null;
  @Column('text', { nullable: true }) declineReason!: string | null;
  @Column('timestamptz', { nullable: true }) insistedAt!: Date | null;
  @Column('uuid', { nullable: true }) insistedBy!: string | null;
  @Column('text', { nullable: true }) insistReason!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) ending!: PartEnding | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('text', { nullable: true }) narrative!: string | null;
  @Column('uuid', { array: true, default: [] }) attachmentIds!: string[];
}

/** The worker's word about being known to the employer's own union; the newest counts. */
@Entity('identity_consent')
export class IdentityConsentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('boolean') agreed!: boolean;
  @Column('text') means!: 'call' | 'meeting' | 'written' | 'online';
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
}

/** A person or a unit withdrawn from a case (回避). */
@Entity('recusal')
export class RecusalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') reason!: string;
  @Column('boolean') ordered!: boolean;
  @Column('uuid', { nullable: true }) by!: string | null;
  @Column('timestamptz') at!: Date;
}

export const TOGETHER_ENTITIES = [SupportEntity, IdentityConsentEntity, RecusalEntity];
