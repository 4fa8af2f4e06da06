import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { type Ruling, RULINGS } from '../domain/request-facts.js';

export class ReviewBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ enum: ['accept', 'redo'] })
  decision!: 'accept' | 'redo';
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class ProofBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'A logged contact with the worker' })
  contactId?: string;
  @ApiProperty({ type: [String] })
  attachmentIds!: string[];
}

export class ReportBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  hopId!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ description: 'Code of `outcomes` in the vocabulary' })
  outcome!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Yuan, two decimals' })
  amountRecovered!: string | null;
  @ApiProperty({ type: Number, nullable: true })
  peopleHelped!: number | null;
  @ApiProperty()
  narrative!: string;
  @ApiProperty({ type: ProofBody })
  proof!: ProofBody;
  @ApiProperty({ type: [ReviewBody] })
  reviews!: ReviewBody[];
}

export class RulingBody {
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ enum: RULINGS, description: '`lapsed`: the ticket ended before anybody ruled' })
  decision!: Ruling;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  toUnit!: UnitBriefBody | null;
}

/** Nobody ruled in time, so it went up. */
export class RaiseBody {
  @ApiProperty({ type: UnitBriefBody })
  fromUnit!: UnitBriefBody;
  @ApiProperty({ type: UnitBriefBody })
  toUnit!: UnitBriefBody;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

export class ReturnBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ description: 'Code of `returnReasons` in the vocabulary' })
  reasonCode!: string;
  @ApiProperty({ type: String, nullable: true })
  clause!: string | null;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  proposedUnit!: UnitBriefBody | null;
  @ApiProperty({ type: UnitBriefBody, description: 'The unit whose word is binding' })
  ruler!: UnitBriefBody;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the ruling is due' })
  dueAt!: Date | null;
  @ApiProperty({ type: [String], description: 'Evidence' })
  attachmentIds!: string[];
  @ApiProperty({ type: [RaiseBody] })
  raises!: RaiseBody[];
  @ApiProperty({ type: RulingBody, nullable: true })
  ruling!: RulingBody | null;
}

export class WorkerContactBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty({ enum: ['call', 'sms', 'visit', 'meeting', 'online'] })
  means!: string;
  @ApiProperty()
  reached!: boolean;
  @ApiProperty()
  note!: string;
}

const RATED = { enum: ['satisfied', 'neutral', 'dissatisfied', 'not-rated'], nullable: true };

export class CallBackBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty()
  by!: string;
  @ApiProperty()
  reached!: boolean;
  @ApiProperty({ enum: ['no-answer', 'busy', 'refused', 'wrong-number', 'powered-off'], nullable: true })
  notReachedReason!: string | null;
  @ApiProperty({ enum: ['yes', 'partly', 'no'], nullable: true })
  solved!: string | null;
  @ApiProperty({ ...RATED, description: '职工满意度: with the handling' })
  handlingRating!: string | null;
  @ApiProperty({ ...RATED, description: '话务满意度: with the call' })
  callRating!: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'When it was dialled; null when it was by another telephone, or the call is not one’s to see',
  })
  calledAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the worker took it' })
  answeredAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Length of the talk, seconds; null where its end is not known',
  })
  talkSeconds!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the sound of the call is kept' })
  recording!: string | null;
}
