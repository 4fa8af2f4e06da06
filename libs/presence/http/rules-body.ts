import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { Code, NestedList, Text } from '@hotline/platform';

const BREAK_INTENTS = ['break', 'training'] as const;
const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;

export class GivenBreakReasonBody {
  @ApiProperty({ enum: BREAK_INTENTS })
  @IsIn(BREAK_INTENTS)
  intent!: (typeof BREAK_INTENTS)[number];

  @ApiProperty({ example: 'meal', description: 'Also the reason the switchboard is given' })
  @Code()
  reason!: string;

  @ApiProperty({ maxLength: 20 })
  @Text(20)
  zh!: string;

  @ApiProperty({ maxLength: 40 })
  @Text(40)
  en!: string;

  @ApiProperty({ type: Number, minimum: 60, maximum: DAY_SECONDS, nullable: true })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsInt()
  @Min(60)
  @Max(DAY_SECONDS)
  limitSeconds!: number | null;
}

/** What holds for the agents of a unit; seconds and counts. */
export class PresenceRulesBody {
  @ApiProperty({ minimum: 0, maximum: HOUR_SECONDS, description: '0: no wrap-up' })
  @IsInt()
  @Min(0)
  @Max(HOUR_SECONDS)
  wrapUpSeconds!: number;

  @ApiProperty({ minimum: 1, maximum: HOUR_SECONDS })
  @IsInt()
  @Min(1)
  @Max(HOUR_SECONDS)
  prolongSeconds!: number;

  @ApiProperty({ minimum: 0, maximum: 20 })
  @IsInt()
  @Min(0)
  @Max(20)
  prolongTimes!: number;

  @ApiProperty({
    minimum: 15,
    maximum: HOUR_SECONDS,
    description: 'A desk without a screen is shown as unknown',
  })
  @IsInt()
  @Min(15)
  @Max(HOUR_SECONDS)
  unknownAfterSeconds!: number;

  @ApiProperty({ minimum: 30, maximum: DAY_SECONDS, description: 'A desk without a screen is signed out' })
  @IsInt()
  @Min(30)
  @Max(DAY_SECONDS)
  signedOutAfterSeconds!: number;

  @ApiProperty({ type: [GivenBreakReasonBody] })
  @NestedList(() => GivenBreakReasonBody, 30)
  @ArrayMinSize(1)
  breaks!: GivenBreakReasonBody[];
}
