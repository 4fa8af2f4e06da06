import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Confidentiality,
  Difficulty,
  ExpectedStep,
  QueueReason,
  TicketState,
  Urgency,
} from '../domain/facts.js';

/** The ticket as the database keeps it. Read and written by SQL; the class is what the drift check compares. */
@Entity('ticket')
export class TicketEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'text', collation: 'C' }) no!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('text') state!: TicketState;
  @Column('text') kind!: string;
  @Column('text') field!: string;
  @Column('text', { nullable: true }) item!: string | null;
  @Column('text', { array: true, default: '{}' }) tags!: string[];
  @Column('text') difficulty!: Difficulty;
  @Column('text') urgency!: Urgency;
  @Column('text', { nullable: true }) industry!: string | null;
  @Column('text') confidentiality!: Confidentiality;
  @Column('text') title!: string;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) employer!: string | null;
  @Column('text', { nullable: true }) employerKey!: string | null;
  @Column('integer', { nullable: true }) people!: number | null;
  @Column('text', { nullable: true }) callerCode!: string | null;
  @Column('boolean', { default: false }) callerGuessed!: boolean;
  @Column('text', { nullable: true }) workplaceCode!: string | null;
  @Column('boolean', { default: false }) workplaceGuessed!: boolean;
  @Column('text', { nullable: true }) employerSeatCode!: string | null;
  @Column('boolean', { default: false }) employerSeatGuessed!: boolean;
  @Column('text', { nullable: true }) insuranceCode!: string | null;
  @Column('boolean', { default: false }) insuranceGuessed!: boolean;
  @Column('uuid', { nullable: true }) identityId!: string | null;
  @Column('uuid') intakeUnitId!: string;
  @Column('uuid', { nullable: true }) targetUnitId!: string | null;
  @Column('uuid') accountableUnitId!: string;
  @Column({ type: 'text', collation: 'C' }) path!: string;
  @Column({
    type: 'text',
    collation: 'C',
    generatedType: 'STORED',
    asExpression: `split_part(path, '/', 2)`,
  })
  province!: string;
  @Column('uuid', { nullable: true }) turnUnitId!: string | null;
  @Column('text', { nullable: true }) turnExpected!: ExpectedStep | null;
  @Column('text', { nullable: true }) queueReason!: QueueReason | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) nextDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) nextYellowAt!: Date | null;
  @Column('integer', { default: 0 }) redoCount!: number;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) recallUntil!: Date | null;
  @Column('uuid', { nullable: true }) recallHopId!: string | null;
  @Column('text', { nullable: true }) closingNote!: string | null;
  @Column('uuid', { nullable: true }) assigneeId!: string | null;
}
