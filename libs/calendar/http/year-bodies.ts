import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText } from '@hotline/platform';
import { DAY_MARKS, type DayMark } from '../domain/calendar-year.js';
import { RuleFaultBody } from './calendar-bodies.js';
import { OverrideBody } from './plan-bodies.js';

export class CalendarDayBody {
  @ApiProperty({ example: '2026-10-01' })
  date!: string;
  @ApiProperty({ description: '1 = Monday' })
  weekday!: number;
  @ApiProperty({ enum: DAY_MARKS })
  mark!: DayMark;
  @ApiProperty({ example: '国庆节' })
  name!: string;
  @ApiProperty({ description: 'The calendar’s own date, not its base’s' })
  own!: boolean;
  @ApiProperty({ example: '08:30–12:00 13:30–17:30', description: 'Empty: nobody works' })
  slots!: string;
  @ApiProperty({ description: 'When the duty desk is staffed' })
  duty!: string;
}

export class CalendarYearBody {
  @ApiProperty()
  year!: number;
  @ApiProperty({ description: 'False: the plan of the year is not published, and no days are told' })
  known!: boolean;
  @ApiProperty()
  workingDays!: number;
  @ApiProperty({ type: [CalendarDayBody] })
  days!: CalendarDayBody[];
}

export class PreviewImportBody {
  @ApiProperty({ minimum: 1992, maximum: 2200 })
  @IsInt()
  @Min(1992)
  @Max(2200)
  year!: number;

  @ApiProperty({
    maxLength: 40_000,
    description: 'Lines `date,name,kind`; a date may be a span 2027-10-01~2027-10-07',
  })
  @IsCleanText()
  @MaxLength(40_000)
  text!: string;
}

export class ImportLineBody {
  @ApiProperty()
  line!: number;
  @ApiProperty()
  text!: string;
  @ApiProperty({ type: [OverrideBody] })
  entries!: OverrideBody[];
}

export class ImportPreviewBody {
  @ApiProperty({ type: [ImportLineBody] })
  lines!: ImportLineBody[];
  @ApiProperty({ type: [RuleFaultBody] })
  faults!: RuleFaultBody[];
  @ApiProperty({ type: [OverrideBody], description: 'All dates of the draft with this year replaced' })
  overrides!: OverrideBody[];
}

export class LatestRecomputationBody {
  @ApiProperty({ type: () => RecomputationBody, nullable: true, description: 'Null: there has been none' })
  latest!: RecomputationBody | null;
}

export class RecomputationBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  calendarId!: string;
  @ApiProperty()
  calendarVersion!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({ type: Number, nullable: true, description: 'Provisional clocks found; null until counted' })
  total!: number | null;
  @ApiProperty()
  done!: number;
  @ApiProperty({ description: 'Deadlines that moved' })
  moved!: number;
  @ApiProperty({ description: 'Deadlines that stay as they were and are definite now' })
  confirmed!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: Date | null;
}
