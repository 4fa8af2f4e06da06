import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsObject,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, Omissible, Text } from '@hotline/platform';
import { CATALOGUE_REF } from '../domain/catalogue-ref.js';
import { FAULT_CODES, type FaultCode } from '../domain/catalogue-fault.js';
import { DRAFT_VERBS, type DraftVerb, MOST_RULES } from '../domain/editing.js';
import { DryRunBody } from './dry-run-bodies.js';
import { RuleBody, ShownRuleBody } from './rule-bodies.js';

export class FaultWordsBody {
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
}

export class CatalogueFaultBody {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Position of the rule from 1; null: the whole catalogue',
  })
  row!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the rule' })
  no!: number | null;
  @ApiProperty({ example: 'rules.11.when.fields' })
  field!: string;
  @ApiProperty({ enum: FAULT_CODES })
  code!: FaultCode;
  @ApiProperty({ type: FaultWordsBody })
  words!: FaultWordsBody;
}

export class CatalogueDraftBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty()
  note!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it is meant to begin',
  })
  effectiveFrom!: Date | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The version it was copied from' })
  basedOn!: number | null;
  @ApiProperty({ format: 'uuid' })
  authorId!: string;
  @ApiProperty()
  author!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  savedAt!: Date;
  @ApiProperty()
  savedBy!: string;
  @ApiProperty({ type: Number, nullable: true })
  publishedVersion!: number | null;
  @ApiProperty({ type: [ShownRuleBody] })
  rules!: ShownRuleBody[];
  @ApiProperty({ type: [CatalogueFaultBody], description: 'Empty when it may be published' })
  faults!: CatalogueFaultBody[];
  @ApiProperty({ type: DryRunBody, nullable: true, description: 'The newest dry run the reader may see' })
  dryRun!: DryRunBody | null;
  @ApiProperty({ description: 'A dry run over the whole country of exactly these rules has finished' })
  tried!: boolean;
  @ApiProperty({ enum: DRAFT_VERBS, isArray: true, description: 'What the reader may do with it' })
  may!: DraftVerb[];
}

export class CatalogueDraftLineBody extends OmitType(CatalogueDraftBody, [
  'rules',
  'faults',
  'dryRun',
  'tried',
  'may',
] as const) {
  @ApiProperty()
  ruleCount!: number;
  @ApiProperty()
  faultCount!: number;
}

export class CatalogueDraftPageBody {
  @ApiProperty({ type: [CatalogueDraftLineBody] })
  items!: CatalogueDraftLineBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class CatalogueCheckBody {
  @ApiProperty({ description: 'True when it may be published' })
  sound!: boolean;
  @ApiProperty({ type: [CatalogueFaultBody] })
  faults!: CatalogueFaultBody[];
}

export class DraftCatalogueBody {
  @ApiPropertyOptional({
    description: 'Number of a version or id of a draft to copy; the version in force when left out',
    pattern: CATALOGUE_REF.source,
  })
  @Omissible()
  @Matches(CATALOGUE_REF)
  from?: string;

  @ApiProperty({ maxLength: 200, description: 'What it is to change' })
  @Text(200)
  note!: string;
}

export class ChangeCatalogueDraftBody {
  @ApiProperty({ maxLength: 200 })
  @IsCleanText()
  @MaxLength(200)
  note!: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @ValidateIf((_: object, value: unknown) => value !== undefined && value !== null)
  @IsISO8601({ strict: true })
  effectiveFrom?: string | null;

  @ApiProperty({ type: [RuleBody] })
  @IsArray()
  @ArrayMaxSize(MOST_RULES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RuleBody)
  rules!: RuleBody[];
}

export class PublishCatalogueBody {
  @ApiPropertyOptional({ format: 'date-time', description: 'Now when left out; never in the past' })
  @Omissible()
  @IsISO8601({ strict: true })
  effectiveFrom?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'The note of the draft when left out' })
  @Omissible()
  @Text(200)
  note?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description: 'Why there is no dry run of these rules; kept in the audit record',
  })
  @Omissible()
  @Text(200)
  skipDryRun?: string;
}
