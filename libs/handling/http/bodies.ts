import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Code, Nested, Omissible, Text } from '@hotline/platform';
import { IDENTITY_FIELDS, type IdentityField } from '@hotline/ticket';
import { FileIds } from './request-bodies.js';
import { MEANS, type Means } from '../domain/worker-contact.js';

export class LogWorkerContactBody {
  @ApiProperty({ enum: MEANS })
  @IsIn(MEANS)
  means!: Means;

  @ApiProperty()
  @IsBoolean()
  reached!: boolean;

  @ApiProperty({ maxLength: 2000 })
  @Text(2000)
  note!: string;
}

export class PassDownBody {
  @ApiProperty({ format: 'uuid', description: 'A unit below the one that has the ticket' })
  @IsUUID()
  unitId!: string;

  @ApiPropertyOptional()
  @Omissible()
  @Text(500)
  note?: string;
}

export class RequestReturnBody {
  @ApiProperty({ description: 'Code of `returnReasons` in the vocabulary' })
  @Code()
  reasonCode!: string;

  @ApiPropertyOptional({ description: 'The article or rule it rests on' })
  @Omissible()
  @Text(200)
  clause?: string;

  @ApiProperty()
  @Text(1000)
  reason!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who should own it; the common superior rules' })
  @Omissible()
  @IsUUID()
  proposedUnitId?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 20, description: 'Evidence' })
  @Omissible()
  @FileIds()
  attachmentIds?: string[];
}

export class RuleReturnBody {
  @ApiProperty({ enum: ['granted', 'refused'] })
  @IsIn(['granted', 'refused'])
  decision!: 'granted' | 'refused';

  @ApiProperty()
  @Text(1000)
  reason!: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The owner; without one the ticket waits for a dispatcher',
  })
  @Omissible()
  @IsUUID()
  toUnitId?: string;
}

export class ReportProofBody {
  @ApiPropertyOptional({ format: 'uuid' })
  @Omissible()
  @IsUUID()
  workerContactId?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  attachmentIds?: string[];
}

export class WaiverBody {
  @ApiProperty({ format: 'uuid', description: 'A part that is still open' })
  @IsUUID()
  supportId!: string;

  @ApiProperty({ maxLength: 1000, description: 'Why the report needs no word of it' })
  @Text(1000)
  reason!: string;
}

export class ReportHopBody {
  @ApiProperty({ description: 'Code of `outcomes` in the vocabulary' })
  @Code()
  outcome!: string;

  @ApiPropertyOptional({ description: 'Yuan, at most two decimals', example: '12600.00' })
  @Omissible()
  @Matches(/^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/)
  amountRecovered?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 1_000_000 })
  @Omissible()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  peopleHelped?: number;

  @ApiProperty({ maxLength: 5000 })
  @Text(5000)
  narrative!: string;

  @ApiPropertyOptional({ type: ReportProofBody })
  @Omissible()
  @Nested(() => ReportProofBody)
  proof?: ReportProofBody;

  @ApiPropertyOptional({ type: [WaiverBody], description: 'One for every part still open' })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((waiver: WaiverBody | null) => waiver?.supportId)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => WaiverBody)
  waivers?: WaiverBody[];
}

export class ReviewReportBody {
  @ApiProperty({ enum: ['accept', 'redo'] })
  @IsIn(['accept', 'redo'])
  decision!: 'accept' | 'redo';

  @ApiPropertyOptional({ description: 'Required for a redo' })
  @Omissible()
  @Text(1000)
  reason?: string;
}

export class RevealIdentityBody {
  @ApiProperty({ enum: IDENTITY_FIELDS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(IDENTITY_FIELDS, { each: true })
  fields!: IdentityField[];

  @ApiProperty({ minLength: 5, maxLength: 500, description: 'Goes into the audit log' })
  @Text(500, 5)
  reason!: string;
}

export class IdentityRevealBody {
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;
  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
  @ApiProperty({ type: String, nullable: true })
  idNumber!: string | null;
  @ApiProperty({ type: String, nullable: true })
  address!: string | null;
  @ApiProperty({ type: String, format: 'date-time', description: 'When the screen has to hide it again' })
  shownUntil!: Date;
}
