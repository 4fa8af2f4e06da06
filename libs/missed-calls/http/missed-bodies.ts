import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Omissible, Text } from '@hotline/platform';
import { MISSED_VIEWS, type MissedView } from '../data/missed-reads.js';
import {
  ATTEMPT_OUTCOMES,
  type AttemptOutcome,
  LIMIT_UNITS,
  MISSED_REASONS,
  MISSED_RESULTS,
  type MissedReason,
  type MissedResult,
  type MissedSetting,
} from '../domain/missed.js';
import { DUTY_VERBS, type DutyVerb } from '../use-cases/list-missed-calls.js';

const DAY = /^[12]\d{3}-\d\d-\d\d$/;
const moment = { type: String, format: 'date-time' } as const;

/** What a column of versions can hold. */
const MOST_VERSION = 2_147_483_647;

export class MissedUnitQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'All of the reader’s units by default' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class MissedCallsQuery extends MissedUnitQuery {
  @ApiPropertyOptional({ enum: MISSED_VIEWS, default: 'open' })
  @IsOptional()
  @IsIn(MISSED_VIEWS)
  view?: MissedView;

  @ApiPropertyOptional({ enum: MISSED_REASONS })
  @IsOptional()
  @IsIn(MISSED_REASONS)
  reason?: MissedReason;

  @ApiPropertyOptional()
  @IsOptional()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class MissedFiguresQuery extends MissedUnitQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day; `to` by default' })
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day; today by default; at most 366 days' })
  @IsOptional()
  @Matches(DAY)
  to?: string;
}

export class RecordCallBackAttemptBody {
  @ApiProperty({ enum: ATTEMPT_OUTCOMES })
  @IsIn(ATTEMPT_OUTCOMES)
  outcome!: AttemptOutcome;

  @ApiPropertyOptional({ maxLength: 300, description: 'Required for `not-needed`; no numbers of people' })
  @Omissible()
  @Text(300)
  note?: string;
}

export class RevealMissedNumberBody {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @Text(200, 2)
  reason!: string;
}

export class MissedNumberBody {
  @ApiProperty()
  number!: string;
  @ApiProperty(moment)
  shownUntil!: Date;
}

export class MissedCallBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: String, nullable: true })
  masked!: string | null;
  @ApiProperty(moment)
  firstAt!: Date;
  @ApiProperty(moment)
  lastAt!: Date;
  @ApiProperty({ description: 'Missed calls of the number while the duty is open' })
  tries!: number;
  @ApiProperty({ enum: MISSED_REASONS, description: 'Of the newest try' })
  reason!: MissedReason;
  @ApiProperty({ description: 'Asked by key to be called back' })
  wanted!: boolean;
  @ApiProperty(moment)
  dueAt!: Date;
  @ApiProperty({ description: 'The deadline passed before it was done' })
  overdue!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Name' })
  takenBy!: string | null;
  @ApiProperty({ ...moment, nullable: true })
  takenAt!: Date | null;
  @ApiProperty({ description: 'Taken by the reader' })
  mine!: boolean;
  @ApiProperty({ description: 'Calls that reached nobody, the last one too' })
  attempts!: number;
  @ApiProperty({ ...moment, nullable: true })
  closedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Name; null where it closed by itself' })
  closedBy!: string | null;
  @ApiProperty({ type: String, enum: MISSED_RESULTS, nullable: true })
  result!: MissedResult | null;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({ ...moment, nullable: true, description: 'When the number got through by itself' })
  throughAt!: Date | null;
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty({ enum: DUTY_VERBS, isArray: true })
  verbs!: DutyVerb[];
}

export class MissedCallsBody {
  @ApiProperty({ type: [MissedCallBody] })
  items!: MissedCallBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

const capped = { description: 'Up to 101, which reads “more than 100”' };

export class MissedCountsBody {
  @ApiProperty(capped)
  open!: number;
  @ApiProperty(capped)
  mine!: number;
  @ApiProperty(capped)
  overdue!: number;
  @ApiProperty({
    description: 'Today’s missed calls of withheld numbers, which nobody can call back; up to 101',
  })
  withheldToday!: number;
}

export class MissedFiguresBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description:
      'numbers, calls, withheld; open, reached, notReached, notNeeded, gotThrough; due, inTime, notCalledBack (overdue and open)',
  })
  counts!: Readonly<Record<string, number>>;
  @ApiProperty({ type: Number, nullable: true, description: 'inTime ÷ due, percent' })
  rate!: number | null;
}

class MissedSettingFields {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1000 })
  @IsInt()
  @Min(1)
  @Max(1000)
  limitAmount!: number;

  @ApiProperty({ enum: LIMIT_UNITS })
  @IsIn(LIMIT_UNITS)
  limitUnit!: MissedSetting['limitUnit'];

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 10,
    description: 'Calls that reach nobody, until it is done',
  })
  @IsInt()
  @Min(1)
  @Max(10)
  attempts!: number;
}

export class SetMissedSettingBody extends MissedSettingFields {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: MOST_VERSION,
    description: 'The unit’s own newest version that was seen; 0 for none',
  })
  @IsInt()
  @Min(0)
  @Max(MOST_VERSION)
  basedOn!: number;
}

export class MissedSettingBody extends MissedSettingFields {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Whose it is; null: as shipped' })
  from!: UnitBriefBody | null;
  @ApiProperty({ description: 'The unit’s own newest version, for `basedOn`; 0 when it has none' })
  version!: number;
  @ApiProperty()
  editable!: boolean;
}
