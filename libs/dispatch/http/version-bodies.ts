import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';
import { Omissible, Text } from '@hotline/platform';
import { CATALOGUE_REF } from '../domain/catalogue-ref.js';
import { type Standing, STANDINGS } from '../domain/versions.js';
import { CatalogueRuleBody, ShownRuleBody } from './rule-bodies.js';

export class CatalogueVersionBody {
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  effectiveFrom!: Date;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a later version takes over; its own beginning when it never came into force',
  })
  effectiveUntil!: Date | null;
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt!: Date;
  @ApiProperty()
  author!: string;
  @ApiProperty()
  note!: string;
  @ApiProperty({
    enum: STANDINGS,
    description: 'Superseded: a later version has begun, or will instead of it',
  })
  standing!: Standing;
  @ApiProperty({ type: Number, nullable: true, description: 'The older version it repeats' })
  copyOf!: number | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The dry run it was published on',
  })
  dryRunId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was published without a dry run' })
  skipReason!: string | null;
  @ApiProperty()
  ruleCount!: number;
  @ApiProperty({ description: 'The reader may publish it once more' })
  mayRollBack!: boolean;
}

export class CatalogueVersionPageBody {
  @ApiProperty({ type: [CatalogueVersionBody] })
  items!: CatalogueVersionBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class CatalogueBody extends CatalogueVersionBody {
  @ApiProperty({ type: [CatalogueRuleBody] })
  rules!: CatalogueRuleBody[];
}

export class FieldChangeBody {
  @ApiProperty({ example: 'when.kinds' })
  field!: string;
  @ApiProperty({ type: [String] })
  before!: readonly string[];
  @ApiProperty({ type: [String] })
  after!: readonly string[];
}

export class RuleChangeBody {
  @ApiProperty()
  no!: number;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: [FieldChangeBody] })
  fields!: readonly FieldChangeBody[];
}

export class ComparisonBody {
  @ApiProperty({ type: [ShownRuleBody] })
  added!: ShownRuleBody[];
  @ApiProperty({ type: [ShownRuleBody] })
  removed!: ShownRuleBody[];
  @ApiProperty({ type: [RuleChangeBody] })
  changed!: readonly RuleChangeBody[];
  @ApiProperty({ description: 'Rules without any difference' })
  same!: number;
}

export class ComparisonQuery {
  @ApiProperty({ description: 'Number of a version or id of a draft', pattern: CATALOGUE_REF.source })
  @Matches(CATALOGUE_REF)
  from!: string;

  @ApiProperty({ description: 'Number of a version or id of a draft', pattern: CATALOGUE_REF.source })
  @Matches(CATALOGUE_REF)
  to!: string;
}

export class RollBackCatalogueBody {
  @ApiProperty({ maxLength: 200, description: 'Why' })
  @Text(200)
  note!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Now when left out; never in the past' })
  @Omissible()
  @IsISO8601({ strict: true })
  effectiveFrom?: string;
}
