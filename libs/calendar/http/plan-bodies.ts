import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsCleanText, Nested, NestedList, Omissible } from '@hotline/platform';
import { OVERRIDE_KINDS, type OverrideKind } from '../domain/calendar.js';

/** A draft may be saved while it is wrong; only what could not even be shown again is refused here. */
const MOST_SLOTS = 12;
const MOST_DATES = 3_000;

const OrNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);

export class SlotBody {
  @ApiProperty({ example: '08:30', description: 'Local time of day' })
  @IsCleanText()
  @MaxLength(5)
  from!: string;

  @ApiProperty({
    example: '12:00',
    description: 'Half-open: 12:00 itself is no longer in the slot; may be 24:00',
  })
  @IsCleanText()
  @MaxLength(5)
  to!: string;
}

function Slots(description: string): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ type: [SlotBody], description })(target, key);
    NestedList(() => SlotBody, MOST_SLOTS)(target, key);
  };
}

/** Slots by ISO weekday, 1 = Monday. */
export class WeekBody {
  @Slots('Monday')
  '1'!: SlotBody[];
  @Slots('Tuesday')
  '2'!: SlotBody[];
  @Slots('Wednesday')
  '3'!: SlotBody[];
  @Slots('Thursday')
  '4'!: SlotBody[];
  @Slots('Friday')
  '5'!: SlotBody[];
  @Slots('Saturday')
  '6'!: SlotBody[];
  @Slots('Sunday')
  '7'!: SlotBody[];
}

export class DutyHoursBody {
  @ApiProperty({ type: WeekBody })
  @Nested(() => WeekBody)
  weekly!: WeekBody;

  @Slots('Days off by plan, before the weekday’s slots')
  off!: SlotBody[];
}

export class OverrideBody {
  @ApiProperty({ example: '2027-02-06', description: 'Day in Asia/Shanghai' })
  @IsCleanText()
  @MaxLength(20)
  date!: string;

  @ApiProperty({
    enum: OVERRIDE_KINDS,
    description: '`off`: holiday; `workday`: make-up workday, or with slots a half day',
  })
  @IsIn(OVERRIDE_KINDS)
  kind!: OverrideKind;

  @ApiProperty({ example: '春节' })
  @IsCleanText()
  @MaxLength(60)
  name!: string;

  @ApiPropertyOptional({ type: [SlotBody], description: 'Left out: the usual slots of a working day' })
  @Omissible()
  @NestedList(() => SlotBody, MOST_SLOTS)
  slots?: SlotBody[];
}

export class ChangePlanBody {
  @ApiProperty({ example: '广西工作日历' })
  @IsCleanText()
  @MaxLength(60)
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The calendar it is derived from' })
  @OrNull()
  @IsCleanText()
  @MaxLength(40)
  baseId!: string | null;

  @ApiProperty({ type: WeekBody, nullable: true, description: 'Null: as the base' })
  @OrNull()
  @Nested(() => WeekBody)
  weekly!: WeekBody | null;

  @ApiProperty({
    type: DutyHoursBody,
    nullable: true,
    description: 'Null: as the base, else as working time',
  })
  @OrNull()
  @Nested(() => DutyHoursBody)
  duty!: DutyHoursBody | null;

  @ApiProperty({ type: [OverrideBody] })
  @NestedList(() => OverrideBody, MOST_DATES)
  overrides!: OverrideBody[];

  @ApiProperty({ minimum: 1900, maximum: 2200 })
  @IsInt()
  @Min(1900)
  @Max(2200)
  knownFrom!: number;

  @ApiProperty({ minimum: 1900, maximum: 2200, description: 'Last year whose plan is published' })
  @IsInt()
  @Min(1900)
  @Max(2200)
  knownTo!: number;
}

export class PlanBody extends ChangePlanBody {
  @ApiProperty({ example: 'national' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: the whole country' })
  unitId!: string | null;
}
