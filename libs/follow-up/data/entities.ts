import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Score } from '../domain/scorecard.js';
import type { NotReachedReason, Rating, Solved } from '../domain/answer.js';

@Entity('call_back')
export class CallBackEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('boolean') reached!: boolean;
  @Column('text', { nullable: true }) notReachedReason!: NotReachedReason | null;
  @Column('text', { nullable: true }) solved!: Solved | null;
  @Column('text', { nullable: true }) handlingRating!: Rating | null;
  @Column('text', { nullable: true }) callRating!: Rating | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) callId!: string | null;
}

@Entity('quality_check')
export class QualityCheckEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('integer') scorecard!: number;
  @Column('jsonb') scores!: Score[];
  @Column('integer') total!: number;
  @Column('text') verdict!: 'pass' | 'fail';
  @Column('text', { nullable: true }) remark!: string | null;
}

export const FOLLOW_UP_ENTITIES = [CallBackEntity, QualityCheckEntity];
