import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalFacts } from '../domain/legal-facts.js';
import type { PetitionAct } from '../domain/petition-acts.js';
import type { PetitionEnd, PetitionSource, PetitionStage } from '../domain/petition.js';

@Entity('legal_fact')
export class LegalFactEntity {
  @PrimaryColumn('uuid') ticketId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') facts!: LegalFacts;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
}

@Entity('petition')
export class PetitionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('text', { nullable: true }) registrationNo!: string | null;
  @Column('date') registeredOn!: string;
  @Column('text') source!: PetitionSource;
  @Column('text') stage!: PetitionStage;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') markedAt!: Date;
  @Column('date', { nullable: true }) windowUntil!: string | null;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text', { nullable: true }) endReason!: PetitionEnd | null;
}

@Entity('petition_act')
export class PetitionActEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') petitionId!: string;
  @Column('uuid') ticketId!: string;
  @Column('integer') seq!: number;
  @Column('text') act!: PetitionAct;
  @Column('date') doneOn!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('integer', { nullable: true }) extensionDays!: number | null;
  @Column('text', { nullable: true }) endReason!: PetitionEnd | null;
}

export const LEGAL_ENTITIES = [LegalFactEntity, PetitionEntity, PetitionActEntity];
