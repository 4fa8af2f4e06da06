import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeKind, ChangePlan, ChangeState, Progress } from '../domain/plan.js';

/** A reorganisation as a record: what is to be done, why, and how far it has come. */
@Entity('unit_change')
export class UnitChangeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ChangeKind;
  @Column('text') state!: ChangeState;
  @Column('uuid', { array: true }) unitIds!: string[];
  @Column('jsonb') plan!: ChangePlan;
  @Column('text') reason!: string;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('uuid') plannedBy!: string;
  @Column('timestamptz') plannedAt!: Date;
  @Column('timestamptz', { nullable: true }) scheduledFor!: Date | null;
  @Column('uuid', { nullable: true }) scheduledBy!: string | null;
  @Column('uuid', { nullable: true }) startedBy!: string | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) effectiveAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('jsonb', { default: {} }) preview!: object;
  @Column('jsonb', { default: {} }) progress!: Progress;
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}

export const REORGANISATION_ENTITIES = [UnitChangeEntity];
