import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FlagLevel } from '../domain/flags.js';
import type { Before, GroupKind } from '../domain/group-steps.js';

@Entity('ticket_group')
export class TicketGroupEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: GroupKind;
  @Column('text', { nullable: true }) employerKey!: string | null;
  @Column('uuid') masterTicketId!: string;
  @Column('timestamptz') formedAt!: Date;
  @Column('uuid', { nullable: true }) formedBy!: string | null;
  @Column('uuid') formedUnitId!: string;
  @Column('timestamptz', { nullable: true }) dissolvedAt!: Date | null;
}

@Entity('ticket_group_member')
export class TicketGroupMemberEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') groupId!: string;
  @Column('uuid') ticketId!: string;
  @Column('timestamptz') linkedAt!: Date;
  @Column('uuid', { nullable: true }) linkedBy!: string | null;
  @Column('uuid') linkedUnitId!: string;
  @Column('text') reason!: string;
  /** Null for the master itself: it changes nothing. */
  @Column('jsonb', { nullable: true }) before!: Before | null;
  @Column('timestamptz', { nullable: true }) followedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) unlinkedAt!: Date | null;
  @Column('uuid', { nullable: true }) unlinkedBy!: string | null;
  @Column('text', { nullable: true }) unlinkReason!: string | null;
}

@Entity('group_flag')
export class GroupFlagEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') employerKey!: string;
  @Column({ type: 'text', collation: 'C' }) unitPath!: string;
  @Column('uuid') unitId!: string;
  @Column('integer') level!: FlagLevel;
  @Column('integer') people!: number;
  @Column('uuid') ticketId!: string;
  @Column('timestamptz') raisedAt!: Date;
}

export const GROUPING_ENTITIES = [TicketGroupEntity, TicketGroupMemberEntity, GroupFlagEntity];
