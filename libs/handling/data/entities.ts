import { Column, Entity, PrimaryColumn } from 'typeorm';
import { REQUEST_ENTITIES } from './request-entities.js';

@Entity('report')
export class ReportEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') hopId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') outcome!: string;
  /** Yuan; a decimal string, never a float. */
  @Column('numeric', { precision: 14, scale: 2, nullable: true }) amountRecovered!: string | null;
  @Column('integer', { nullable: true }) peopleHelped!: number | null;
  @Column('text') narrative!: string;
  @Column('jsonb', { default: {} }) proof!: { workerContactId?: string; attachmentIds: string[] };
}

@Entity('review')
export class ReviewEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') reportId!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') decision!: 'accept' | 'redo';
  @Column('text', { nullable: true }) reason!: string | null;
}

@Entity('return_request')
export class ReturnRequestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') hopId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') reasonCode!: string;
  @Column('text', { nullable: true }) clause!: string | null;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) proposedUnitId!: string | null;
  @Column('uuid') rulerUnitId!: string;
  @Column('timestamptz', { nullable: true }) ruledAt!: Date | null;
  @Column('uuid', { nullable: true }) ruledBy!: string | null;
  @Column('text', { nullable: true }) decision!: 'granted' | 'refused' | 'lapsed' | null;
  @Column('text', { nullable: true }) rulingReason!: string | null;
  @Column('uuid', { nullable: true }) ruledUnitId!: string | null;
  @Column('uuid', { array: true, default: '{}' }) attachmentIds!: string[];
}

@Entity('worker_contact')
export class WorkerContactEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('uuid') hopId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') means!: 'call' | 'sms' | 'visit' | 'meeting' | 'online';
  @Column('boolean') reached!: boolean;
  @Column('text') note!: string;
}

export const HANDLING_ENTITIES = [
  ReportEntity,
  ReviewEntity,
  ReturnRequestEntity,
  WorkerContactEntity,
  ...REQUEST_ENTITIES,
];
