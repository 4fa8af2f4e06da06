import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { NestedList, Omissible } from '@hotline/platform';
import { DAY_KINDS, type DayKind, DUTY_RANKS, type DutyRank } from '../domain/duty-roster.js';
import { DAY } from './ladder-bodies.js';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const END = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

export class DutyLineInputBody {
  @ApiProperty({ format: 'uuid', description: 'Somebody who serves the unit or one above it' })
  @IsUUID()
  accountId!: string;

  @ApiPropertyOptional({ description: 'Stored sealed, answered masked', maxLength: 20 })
  @Omissible()
  @Matches(/^\+?\d[\d -]{5,18}$/)
  phone?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A line of the same person on this roster whose number is kept',
  })
  @Omissible()
  @IsUUID()
  phoneOf?: string;

  @ApiProperty({ enum: DUTY_RANKS })
  @IsIn(DUTY_RANKS)
  rank!: DutyRank;

  @ApiProperty({ format: 'date', description: 'A day whose watch is over counts as the first that is not' })
  @Matches(DAY)
  fromDay!: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day; until taken off when left out' })
  @Omissible()
  @Matches(DAY)
  toDay?: string;

  @ApiProperty({
    type: [Number],
    minimum: 1,
    maximum: 7,
    description: 'ISO weekdays on which the watch begins',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays!: number[];

  @ApiProperty({ enum: DAY_KINDS, description: '`day-off`: weekends and holidays of the unit’s calendar' })
  @IsIn(DAY_KINDS)
  dayKind!: DayKind;

  @ApiProperty({ example: '17:30' })
  @Matches(TIME)
  fromTime!: string;

  @ApiProperty({ example: '08:30', description: 'Not after `fromTime`: the watch ends on the next day' })
  @Matches(END)
  toTime!: string;
}

export class DutyExceptionBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  lineId!: string;

  @ApiProperty({ format: 'date', description: 'The day the line loses; the rest of it stays' })
  @Matches(DAY)
  day!: string;
}

export class ChangeDutyRosterBody {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Taken off from the first watch that is not over; what has been served stays on record',
  })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  remove?: string[];

  @ApiPropertyOptional({ type: [DutyExceptionBody], description: 'Each line once' })
  @Omissible()
  @NestedList(() => DutyExceptionBody, 100)
  except?: DutyExceptionBody[];

  @ApiPropertyOptional({ type: [DutyLineInputBody] })
  @Omissible()
  @NestedList(() => DutyLineInputBody, 100)
  add?: DutyLineInputBody[];
}

export class DutyLineBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;
  @ApiProperty({ enum: DUTY_RANKS })
  rank!: DutyRank;
  @ApiProperty({ format: 'date' })
  fromDay!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  toDay!: string | null;
  @ApiProperty({ type: [Number] })
  weekdays!: readonly number[];
  @ApiProperty({ enum: DAY_KINDS })
  dayKind!: DayKind;
  @ApiProperty()
  fromTime!: string;
  @ApiProperty()
  toTime!: string;
  @ApiProperty({ description: 'At this moment' })
  onDuty!: boolean;
}

export class DutyRosterBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  editable!: boolean;
  @ApiProperty({ type: [DutyLineBody] })
  lines!: DutyLineBody[];
}

export class LeaderOnDutyBody {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: DUTY_RANKS })
  rank!: DutyRank;
  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;
}

export class DutyLeaderBody {
  @ApiProperty({
    type: UnitBriefBody,
    description: 'The unit itself, or the nearest superior with a leader on duty or a staffed duty desk',
  })
  unit!: UnitBriefBody;
  @ApiProperty({
    description: 'Somebody sits at the duty desk of that unit now, by its published duty hours',
  })
  staffed!: boolean;
  @ApiProperty({
    type: LeaderOnDutyBody,
    nullable: true,
    description: 'Null when no roster up to the root names anybody',
  })
  leader!: LeaderOnDutyBody | null;
}
