import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Text } from '@hotline/platform';
import { DUTY_RANKS, type DutyRank } from '../domain/duty-roster.js';
import { DAY } from './ladder-bodies.js';

export class DutyWeekQuery {
  @ApiPropertyOptional({ format: 'date', description: 'The first of seven days; today when left out' })
  @IsOptional()
  @Matches(DAY)
  from?: string;
}

export class DutyPeopleQuery {
  @ApiPropertyOptional({ maxLength: 40, description: 'Part of the name' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;
}

export class DutyWatchBody {
  @ApiProperty({ format: 'uuid', description: 'The line of the roster it comes from' })
  lineId!: string;
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: DUTY_RANKS })
  rank!: DutyRank;
  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  from!: Date;
  @ApiProperty({ type: String, format: 'date-time', description: 'May lie on the next day' })
  to!: Date;
  @ApiProperty({ description: 'At this moment' })
  onDuty!: boolean;
  @ApiProperty({ description: 'It is over: it stays on record and no longer changes' })
  past!: boolean;
  @ApiProperty({ description: 'The line is for this one day' })
  once!: boolean;
}

export class DutyInsteadBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  name!: string;
}

export class DutyGapBody {
  @ApiProperty({ type: String, format: 'date-time' })
  from!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  to!: Date;
  @ApiProperty({ description: 'It is over: nobody can be put there any more' })
  past!: boolean;
  @ApiProperty({
    type: DutyInsteadBody,
    nullable: true,
    description: 'Leader of a superior who would be told at its beginning; null: nobody on any roster',
  })
  instead!: DutyInsteadBody | null;
}

export class DutyDayBody {
  @ApiProperty({ format: 'date' })
  day!: string;
  @ApiProperty({ description: 'By the calendar of the unit' })
  workday!: boolean;
  @ApiProperty({
    description: 'Before today: it can be read and no longer changed, whatever becomes of its lines',
  })
  past!: boolean;
  @ApiProperty({ type: [DutyWatchBody], description: 'Those that begin on this day' })
  watches!: DutyWatchBody[];
  @ApiProperty({ type: [DutyGapBody], description: 'When nobody of the unit leads' })
  gaps!: DutyGapBody[];
}

export class DutyWeekBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  editable!: boolean;
  @ApiProperty({ format: 'date' })
  today!: string;
  @ApiProperty({ type: [DutyDayBody] })
  days!: DutyDayBody[];
}

export class DutyPersonBody {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({
    type: UnitBriefBody,
    description: 'The lowest unit in the line of command the person serves',
  })
  unit!: UnitBriefBody;
}

export class RevealDutyPhoneBody {
  @ApiProperty({ minLength: 2, maxLength: 200, description: 'Goes into the audit log' })
  @Text(200, 2)
  reason!: string;
}

export class DutyPhoneBody {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  phone!: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'The screen masks it again after this' })
  shownUntil!: Date;
}
