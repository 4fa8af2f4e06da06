import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { Code, Omissible, Text } from '@hotline/platform';

const MOST_FILES = 20;

/** Ids of uploaded files: the person's own, or already with the ticket. */
export function FileIds(least = 0): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(MOST_FILES),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  ) as PropertyDecorator;
}

export class RequestExtensionBody {
  @ApiProperty({ description: 'Code of `extensionReasons` in the vocabulary' })
  @Code()
  reasonCode!: string;

  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  reason!: string;

  @ApiProperty({
    minimum: 1,
    maximum: 60,
    description: 'Working days on top of the limit; at most the share of it that the settings allow',
  })
  @IsInt()
  @Min(1)
  @Max(60)
  workingDays!: number;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: MOST_FILES })
  @Omissible()
  @FileIds()
  attachmentIds?: string[];
}

export class RuleRequestBody {
  @ApiProperty({ enum: ['granted', 'refused'] })
  @IsIn(['granted', 'refused'])
  decision!: 'granted' | 'refused';

  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  reason!: string;
}

export class RequestExclusionBody {
  @ApiProperty({ description: 'Code of `exclusionReasons` in the vocabulary' })
  @Code()
  reasonCode!: string;

  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  reason!: string;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST_FILES, description: 'Evidence' })
  @FileIds(1)
  attachmentIds!: string[];
}

export class RevokeExclusionBody {
  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  reason!: string;
}

export class PauseTicketBody {
  @ApiProperty({ description: 'Code of `pauseReasons` in the vocabulary' })
  @Code()
  reasonCode!: string;

  @ApiProperty({ maxLength: 100, description: 'The body or party the work waits for' })
  @Text(100)
  thirdParty!: string;

  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  reason!: string;

  @ApiProperty({
    minimum: 1,
    maximum: 40,
    description: 'Maximum in working days; it ends by itself then. The settings say how many at most',
  })
  @IsInt()
  @Min(1)
  @Max(40)
  workingDays!: number;
}

export class ResumeTicketBody {
  @ApiPropertyOptional({ maxLength: 500, description: 'Required when a superior lifts the pause' })
  @Omissible()
  @Text(500)
  note?: string;
}
