import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches, ValidateIf } from 'class-validator';
import { Omissible } from '@hotline/platform';
import {
  INTERRUPTIONS,
  type InterruptionKind,
  SUSPENSIONS,
  type SuspensionReason,
} from '../domain/legal-facts.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A required local day. */
export function DayField(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({ type: String, format: 'date', example: '2026-02-10' })(target, property);
    Matches(DAY)(target, property as string);
  };
}

/** A local day that may be left out. */
export function OptionalDay(description?: string): PropertyDecorator {
  return (target, property) => {
    ApiPropertyOptional({ type: String, format: 'date', ...(description ? { description } : {}) })(
      target,
      property,
    );
    Omissible()(target, property);
    Matches(DAY)(target, property as string);
  };
}

export class InterruptionBody {
  @ApiProperty({ enum: INTERRUPTIONS, description: '主张权利、请求权利救济、同意履行' })
  @IsIn(INTERRUPTIONS)
  kind!: InterruptionKind;

  @DayField()
  on!: string;
}

export class SuspensionBody {
  @ApiProperty({ enum: SUSPENSIONS })
  @IsIn(SUSPENSIONS)
  reason!: SuspensionReason;

  @DayField()
  from!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day the reason was gone; null while it lasts',
  })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @Matches(DAY)
  until!: string | null;
}
