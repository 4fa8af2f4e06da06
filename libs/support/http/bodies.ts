import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsUUID,
  Matches,
} from 'class-validator';
import { Code, Omissible, Text } from '@hotline/platform';
import { CONSENT_MEANS, type ConsentMeans } from '../data/safeguard-store.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

export class AskSupportBody {
  @ApiProperty({ format: 'uuid', description: 'The unit asked for a part' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ maxLength: 1000, description: 'What it is asked to do' })
  @Text(1000)
  asked!: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Another deadline than the limit gives; never beyond the promise to the worker',
  })
  @Omissible()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  dueAt?: string;
}

export class PassSupportBody {
  @ApiProperty({ format: 'uuid', description: 'A unit below the supporting one' })
  @IsUUID()
  unitId!: string;
}

const MEANS = ['call', 'sms', 'visit', 'meeting', 'online'] as const;

export class LogSupportContactBody {
  @ApiProperty({ enum: MEANS })
  @IsIn(MEANS)
  means!: (typeof MEANS)[number];

  @ApiProperty()
  @IsBoolean()
  reached!: boolean;

  @ApiProperty({ maxLength: 2000 })
  @Text(2000)
  note!: string;
}

export class ReportSupportBody {
  @ApiProperty({ description: 'Code of `outcomes` in the vocabulary' })
  @Code()
  outcome!: string;

  @ApiProperty({ maxLength: 5000 })
  @Text(5000)
  narrative!: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  attachmentIds?: string[];
}

/** Why: declined, insisted on, taken back or waived. */
export class PartReasonBody {
  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  reason!: string;
}

export class RecordIdentityConsentBody {
  @ApiProperty({ description: 'May the union inside the employer know who the worker is?' })
  @IsBoolean()
  agreed!: boolean;

  @ApiProperty({ enum: CONSENT_MEANS, description: 'How the worker was asked' })
  @IsIn(CONSENT_MEANS)
  means!: ConsentMeans;

  @ApiPropertyOptional({ maxLength: 500, description: 'What was said; no name, no number' })
  @Omissible()
  @Text(500)
  note?: string;
}

export class RecuseBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'A person; left out with `unitId`: oneself' })
  @Omissible()
  @IsUUID()
  accountId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A whole unit; custody goes to its superior' })
  @Omissible()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ maxLength: 500 })
  @Text(500)
  reason!: string;
}
