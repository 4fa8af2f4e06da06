import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsCleanText, NestedList, Omissible, Text } from '@hotline/platform';
import { LIMIT_UNITS, type LimitUnit } from '../domain/limit.js';
import {
  CLOCK_KINDS,
  type ClockKind,
  DIFFICULTIES,
  type Difficulty,
  LIMIT_LEVELS,
  type LimitLevel,
  type LimitRow,
  URGENCIES,
  type Urgency,
} from '../domain/limits-preset.js';
import type { LimitChange } from '../domain/preset-changes.js';
import { RuleFaultBody } from './calendar-bodies.js';

const MOST_ROWS = 2_000;
const STANDINGS = ['in-force', 'coming', 'past'] as const;
const OrNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);

/** One row of the matrix; a column with null matches everything. */
export class LimitRowBody {
  @ApiProperty({ maxLength: 60, description: 'Stored with every clock the row starts' })
  @IsCleanText()
  @MaxLength(60)
  id!: string;

  @ApiProperty({ enum: CLOCK_KINDS })
  @IsIn(CLOCK_KINDS)
  clock!: ClockKind;

  @ApiProperty({ enum: URGENCIES, nullable: true, type: String })
  @OrNull()
  @IsIn(URGENCIES)
  urgency!: Urgency | null;

  @ApiProperty({ enum: DIFFICULTIES, nullable: true, type: String })
  @OrNull()
  @IsIn(DIFFICULTIES)
  difficulty!: Difficulty | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the vocabulary' })
  @OrNull()
  @IsCleanText()
  @MaxLength(64)
  kind!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the vocabulary' })
  @OrNull()
  @IsCleanText()
  @MaxLength(64)
  field!: string | null;

  @ApiProperty({ enum: LIMIT_LEVELS, nullable: true, type: String })
  @OrNull()
  @IsIn(LIMIT_LEVELS)
  level!: LimitLevel | null;

  @ApiProperty({ minimum: -1_000_000_000, maximum: 1_000_000_000, description: 'Checked before publishing' })
  @IsInt()
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  amount!: number;

  @ApiProperty({ enum: LIMIT_UNITS })
  @IsIn(LIMIT_UNITS)
  unit!: LimitUnit;
}

export class LimitsMatrixBody {
  @ApiProperty({ minimum: 0, maximum: 99, description: 'Extensions a ticket may be granted' })
  @IsInt()
  @Min(0)
  @Max(99)
  maxExtensions!: number;

  @ApiProperty({ type: [LimitRowBody] })
  @NestedList(() => LimitRowBody, MOST_ROWS)
  rows!: LimitRowBody[];
}

export class LimitsVersionBody extends LimitsMatrixBody {
  @ApiProperty()
  version!: number;
  @ApiProperty({ format: 'date', description: 'Day in Asia/Shanghai' })
  effectiveFrom!: string;
  @ApiProperty({ enum: STANDINGS })
  standing!: (typeof STANDINGS)[number];
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Null: came with the product' })
  publishedBy!: string | null;
  @ApiProperty()
  note!: string;
}

export class LimitsDraftBody extends LimitsMatrixBody {
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty()
  basedOn!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: Date;
  @ApiProperty()
  changedBy!: string;
}

export class LimitsShelfBody {
  @ApiProperty({ type: [LimitsVersionBody], description: 'Newest first' })
  versions!: LimitsVersionBody[];
  @ApiProperty({ type: LimitsDraftBody, nullable: true })
  draft!: LimitsDraftBody | null;
  @ApiProperty({ description: 'The reader may draft and publish' })
  mayEdit!: boolean;
}

export class DraftLimitsBody {
  @ApiPropertyOptional({ minimum: 1, description: 'Published matrix to copy; left out: the newest' })
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  basedOn?: number;
}

export class LimitsCheckBody {
  @ApiProperty({ type: [RuleFaultBody], description: 'Empty: it may be published' })
  faults!: RuleFaultBody[];
}

export class CompareLimitsQuery {
  @ApiProperty({ minimum: 1, description: 'Published matrix to compare with' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  from!: number;

  @ApiPropertyOptional({ minimum: 1, description: 'Left out: the draft' })
  @Omissible()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  to?: number;
}

export class LimitAmountBody {
  @ApiProperty()
  amount!: number;
  @ApiProperty({ enum: LIMIT_UNITS })
  unit!: LimitUnit;
}

export class LimitChangeBody {
  @ApiProperty({ type: LimitRowBody })
  row!: LimitRowBody;
  @ApiProperty({ type: LimitAmountBody, nullable: true, description: 'Null: the row is new' })
  before!: LimitAmountBody | null;
  @ApiProperty({ type: LimitAmountBody, nullable: true, description: 'Null: the row is gone' })
  after!: LimitAmountBody | null;
}

export class ExtensionsChangeBody {
  @ApiProperty()
  before!: number;
  @ApiProperty()
  after!: number;
}

export class LimitsComparisonBody {
  @ApiProperty({ type: [LimitChangeBody] })
  rows!: LimitChangeBody[];
  @ApiProperty({ description: 'Rows that are the same in both' })
  unchanged!: number;
  @ApiProperty({ type: ExtensionsChangeBody, nullable: true })
  maxExtensions!: ExtensionsChangeBody | null;
}

export class PublishLimitsBody {
  @ApiProperty({ format: 'date', description: 'First day in force, Asia/Shanghai; today or later' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  effectiveFrom!: string;

  @ApiProperty({ maxLength: 200, description: 'What it follows: the decision, the document' })
  @Text(200)
  note!: string;
}

export const toRowBody = ({ limit, ...row }: LimitRow): LimitRowBody => ({
  id: row.id,
  clock: row.clock,
  urgency: row.urgency ?? null,
  difficulty: row.difficulty ?? null,
  kind: row.kind ?? null,
  field: row.field ?? null,
  level: row.level ?? null,
  amount: limit.amount,
  unit: limit.unit,
});

export const ofRowBody = ({ id, clock, amount, unit, ...columns }: LimitRowBody): LimitRow => ({
  id,
  clock,
  ...Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== '')),
  limit: { amount, unit },
});

export const toChangeBody = ({ row, before, after }: LimitChange): LimitChangeBody => ({
  row: toRowBody(row),
  before,
  after,
});
