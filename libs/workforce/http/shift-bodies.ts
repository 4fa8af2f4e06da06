import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { IsCleanText, IsDay, NestedList } from '@hotline/platform';

const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
// A hundred people with two shifts a day.
const MOST_SHIFTS = 1_400;

export class ShiftWeekParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: string;
  @ApiProperty({ format: 'date', description: 'The Monday of the week' })
  @IsDay()
  monday!: string;
}

export class WrittenShiftBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  accountId!: string;
  @ApiProperty({ format: 'date', description: 'On which it begins' })
  @IsDay()
  day!: string;
  @ApiProperty({ example: '08:00', description: 'HH:MM in Asia/Shanghai' })
  @Matches(TIME)
  from!: string;
  @ApiProperty({ example: '16:00', description: 'On the next day where it is no later than the beginning' })
  @Matches(TIME)
  to!: string;
}

export class ShiftBody extends WrittenShiftBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class WriteShiftWeekBody {
  @ApiProperty({ minimum: 0, description: 'The version its editor saw; 0 for a week nobody has written' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOn!: number;
  @ApiProperty({ type: [WrittenShiftBody], description: 'Every shift of the days that are not over' })
  @NestedList(() => WrittenShiftBody, MOST_SHIFTS)
  shifts!: WrittenShiftBody[];
}

export class PastedShiftsBody {
  @ApiProperty({
    maxLength: 40_000,
    description: 'A line a person: name, Monday to Sunday; or name, date, hours',
  })
  @IsCleanText()
  @MaxLength(40_000)
  text!: string;
}

export class PastedFaultBody {
  @ApiProperty({ description: 'Counted from 1' })
  row!: number;
  @ApiProperty({ enum: ['no-such-person', 'two-of-that-name', 'not-a-time', 'not-a-day'] })
  problem!: 'no-such-person' | 'two-of-that-name' | 'not-a-time' | 'not-a-day';
  @ApiProperty()
  text!: string;
}

export class PastedWeekBody {
  @ApiProperty({ type: [WrittenShiftBody] })
  shifts!: WrittenShiftBody[];
  @ApiProperty({ type: [PastedFaultBody] })
  faults!: PastedFaultBody[];
}

export class ShiftPersonBody {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
}

export class ShiftDayBody {
  @ApiProperty({ format: 'date' })
  day!: string;
  @ApiProperty({ description: 'By the calendar of the unit' })
  workday!: boolean;
  @ApiProperty({ description: 'It is over: it can be read and no longer written' })
  past!: boolean;
}

export class ShiftWeekBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'date' })
  monday!: string;
  @ApiProperty({ format: 'date' })
  today!: string;
  @ApiProperty({ description: '0 before anybody wrote the week' })
  version!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  changedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  changedBy!: string | null;
  @ApiProperty()
  editable!: boolean;
  @ApiProperty({ type: [ShiftDayBody] })
  days!: ShiftDayBody[];
  @ApiProperty({
    type: [ShiftPersonBody],
    description: 'Agents of the unit and below, and who is on the roster',
  })
  people!: ShiftPersonBody[];
  @ApiProperty({ type: [ShiftBody] })
  shifts!: ShiftBody[];
}
