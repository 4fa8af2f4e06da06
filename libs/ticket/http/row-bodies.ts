import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import {
  CLOCK_KINDS,
  type ClockKind,
  EXPECTED_STEPS,
  type ExpectedStep,
  QUEUE_REASONS,
  type QueueReason,
  TICKET_STATES,
  type TicketState,
} from '../domain/facts.js';

/** What is left of a deadline as people say it: 还剩 2 个工作日 3 小时. */
export class RemainingBody {
  @ApiProperty()
  overdue!: boolean;
  @ApiProperty({ description: 'Whole working days; 0 for limits by the wall clock' })
  workingDays!: number;
  @ApiProperty({ description: 'On top of the working days' })
  hours!: number;
  @ApiProperty()
  minutes!: number;
}

export class TurnBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ enum: EXPECTED_STEPS })
  expected!: ExpectedStep;
}

export class AssigneeBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  displayName!: string;
}

/** A ticket as lists show it. */
export class TicketRowBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '20260316-00655' })
  no!: string;
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty()
  title!: string;
  @ApiProperty({ enum: TICKET_STATES })
  state!: TicketState;
  @ApiProperty()
  kind!: string;
  @ApiProperty()
  field!: string;
  @ApiProperty({ type: [String] })
  tags!: string[];
  @ApiProperty({ enum: ['general', 'difficult', 'complex'] })
  difficulty!: string;
  @ApiProperty({ enum: ['general', 'urgent'] })
  urgency!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Workers concerned' })
  people!: number | null;
  @ApiProperty({ type: String, nullable: true })
  employer!: string | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'The one accountable unit' })
  accountable!: UnitBriefBody | null;
  @ApiProperty({ type: TurnBody, nullable: true, description: 'Who has to act now, and what' })
  turn!: TurnBody | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The promise to the worker',
  })
  dueAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The earliest open clock' })
  nextDueAt!: Date | null;
  @ApiProperty({
    enum: CLOCK_KINDS,
    nullable: true,
    description:
      'What the earliest open clock is about when that is not the step of `turn`: a ruling, a part, an order …',
  })
  nextBeside!: ClockKind | null;
  @ApiProperty({ enum: ['none', 'yellow', 'red'], description: 'Of the earliest open clock' })
  card!: 'none' | 'yellow' | 'red';
  @ApiProperty({
    type: RemainingBody,
    nullable: true,
    description: 'To `nextDueAt`, in the pace of its limit',
  })
  remaining!: RemainingBody | null;
  @ApiProperty({ description: 'Sent back at least once' })
  redo!: boolean;
  @ApiProperty({ type: String, format: 'date-time' })
  openedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: Date | null;
  @ApiProperty({ enum: QUEUE_REASONS, nullable: true, description: 'Why it waits for a dispatcher' })
  queueReason!: QueueReason | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Call-backs tried; null outside state call-back',
  })
  callBackAttempts!: number | null;
  @ApiProperty({ description: '督办: an order of a superior waits for its answer' })
  supervised!: boolean;
  @ApiProperty({ type: AssigneeBody, nullable: true, description: 'Who of the unit has it in hand' })
  assignee!: AssigneeBody | null;
}

export class TicketPageBody {
  @ApiProperty({ type: [TicketRowBody] })
  items!: TicketRowBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
