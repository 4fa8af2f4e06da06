import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText } from '@hotline/platform';
import { ROW_SIDES, type RowSide } from '../data/call-rows.js';
import { type Column, COLUMNS } from '../domain/definitions/figure.js';
import { FORMULA_KINDS, type FormulaKind } from '../domain/definitions/formula.js';
import { MOST_DAYS } from '../use-cases/figure-unit.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

export class FormulaUnitQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'The reader’s own unit by default' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class CallFiguresQuery extends FormulaUnitQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day; six days before `to` by default' })
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: `Last day; today by default; at most ${MOST_DAYS} days`,
  })
  @IsOptional()
  @Matches(DAY)
  to?: string;

  @ApiPropertyOptional({ enum: ['calls', 'visits'], default: 'calls' })
  @IsOptional()
  @IsIn(['calls', 'visits'])
  per?: 'calls' | 'visits';

  @ApiPropertyOptional({ description: 'Visits of this queue alone' })
  @IsOptional()
  @IsCleanText()
  @MaxLength(80)
  queue?: string;
}

export class CountedCallsQuery extends CallFiguresQuery {
  @ApiPropertyOptional({ enum: FORMULA_KINDS, default: 'connection_rate' })
  @IsOptional()
  @IsIn(FORMULA_KINDS)
  kind?: FormulaKind;

  @ApiPropertyOptional({
    enum: ROW_SIDES,
    default: 'all',
    description: '`missed`: below the line and not above it',
  })
  @IsOptional()
  @IsIn(ROW_SIDES)
  side?: RowSide;

  @ApiPropertyOptional({ enum: COLUMNS })
  @IsOptional()
  @IsIn(COLUMNS)
  column?: Column;

  @ApiPropertyOptional()
  @IsOptional()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
