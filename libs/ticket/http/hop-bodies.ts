import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { CLOCK_KINDS, type ClockKind } from '../domain/facts.js';
import { RemainingBody } from './row-bodies.js';

export class ClockLimitBody {
  @ApiProperty()
  amount!: number;
  @ApiProperty({
    enum: ['minutes', 'hours', 'working-minutes', 'working-hours', 'working-days', 'calendar-days'],
  })
  unit!: string;
}

export class ClockBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: CLOCK_KINDS })
  kind!: ClockKind;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  yellowAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', description: 'Before any extension' })
  originalDueAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  stoppedAt!: Date | null;
  @ApiProperty({ enum: ['none', 'yellow', 'red'] })
  card!: 'none' | 'yellow' | 'red';
  @ApiProperty({ description: 'Times a right: never carded, never late, lapses by itself at `dueAt`' })
  isRight!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The right was not used' })
  lapsedAt!: Date | null;
  @ApiProperty({ description: 'Reaches a year whose calendar is not published' })
  provisional!: boolean;
  @ApiProperty({ type: ClockLimitBody })
  limit!: ClockLimitBody;
  @ApiProperty({ type: RemainingBody, nullable: true, description: 'Null once the clock has stopped' })
  remaining!: RemainingBody | null;
}

export class HopExplanationBody {
  @ApiProperty()
  text!: string;
  @ApiProperty({ type: Number, nullable: true })
  catalogueVersion!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  rule!: number | null;
}

/** One custody: from unit, to unit, and what became of it. */
export class HopBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  seq!: number;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  fromUnit!: UnitBriefBody | null;
  @ApiProperty({ type: UnitBriefBody })
  toUnit!: UnitBriefBody;
  @ApiProperty({ enum: ['lead', 'support'] })
  role!: 'lead' | 'support';
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of a supporting hop: the lead hop it hangs under',
  })
  parentHopId!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  sentAt!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Display name; null when the system sent it' })
  sentBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  signedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  signedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  firstContactAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  passedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reportedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  returnedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  recalledAt!: Date | null;
  @ApiProperty({ type: HopExplanationBody })
  explanation!: HopExplanationBody;
  @ApiProperty({ type: ClockBody, nullable: true, description: 'The stage clock of this hop' })
  clock!: ClockBody | null;
}
