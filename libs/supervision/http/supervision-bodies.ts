import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Omissible, Text } from '@hotline/platform';
import {
  EMERGENCY_SERVICES,
  type EmergencyService,
  SPECIALISTS,
  type Specialist,
  type SpecialistInput,
} from '@hotline/ticket';
import { DUTY_RANKS, type DutyRank } from '../domain/duty-roster.js';
import { LADDER_STEPS, type LadderStep } from '../domain/ladder.js';
import { OwnOrderBody, SaidBody } from './order-bodies.js';

export class SpecialistTransferBody implements SpecialistInput {
  @ApiProperty({ enum: SPECIALISTS })
  @IsIn(SPECIALISTS)
  kind!: Specialist;

  @ApiProperty({ maxLength: 500 })
  @Text(500)
  reason!: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'The seat that took over' })
  @Omissible()
  @Text(60)
  seat?: string;

  @ApiPropertyOptional({ maxLength: 1000 })
  @Omissible()
  @Text(1000)
  outcome?: string;
}

export class LadderStepBody {
  @ApiProperty({ enum: LADDER_STEPS })
  step!: LadderStep;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ enum: ['done', 'skipped', 'by-person'] })
  outcome!: 'done' | 'skipped' | 'by-person';
  @ApiProperty({ type: String, nullable: true, enum: ['overtaken', 'no-superior', 'not-in-custody'] })
  reason!: string | null;
}

/** One stage of one custody on the automatic ladder. */
export class LadderStageBody {
  @ApiProperty({ format: 'uuid' })
  hopId!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the next step is due',
  })
  nextAt!: Date | null;
  @ApiProperty({ type: SaidBody, nullable: true, description: 'A person answers for it; the ladder rests' })
  takenOver!: SaidBody | null;
  @ApiProperty({ type: [LadderStepBody] })
  steps!: LadderStepBody[];
}

export class EmergencyCallViewBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: EMERGENCY_SERVICES })
  service!: EmergencyService;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  calledAt!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  reference!: string | null;
  @ApiProperty({ type: String, nullable: true })
  said!: string | null;
  @ApiProperty({ type: String, nullable: true })
  notCalledReason!: string | null;
  @ApiProperty({ type: String, nullable: true })
  by!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

export class LeaderReceiptBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null when no roster names anybody: the unit was told',
  })
  leader!: string | null;
  @ApiProperty({ enum: DUTY_RANKS, nullable: true })
  rank!: DutyRank | null;
  @ApiProperty({ type: String, format: 'date-time' })
  toldAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  readBy!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Unread in time: the next one was told',
  })
  passedOnAt!: Date | null;
  @ApiProperty({ description: 'This reader’s unit may confirm it' })
  mayConfirm!: boolean;
}

export class TransferViewBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: SPECIALISTS })
  kind!: Specialist;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ type: String, nullable: true })
  seat!: string | null;
  @ApiProperty({ type: String, nullable: true })
  outcome!: string | null;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: String, nullable: true })
  by!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

/** What superiors and the urgent path add to a ticket. */
export class SupervisionBody {
  @ApiProperty({ type: [OwnOrderBody] })
  orders!: OwnOrderBody[];
  @ApiProperty({ type: [LadderStageBody] })
  ladder!: LadderStageBody[];
  @ApiProperty({ type: [EmergencyCallViewBody] })
  calls!: EmergencyCallViewBody[];
  @ApiProperty({ type: [LeaderReceiptBody] })
  receipts!: LeaderReceiptBody[];
  @ApiProperty({ type: [TransferViewBody] })
  transfers!: TransferViewBody[];
}
