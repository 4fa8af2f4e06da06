import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText, Omissible } from '@hotline/platform';
import { ROW_SIDES, type RowSide } from '../data/call-rows.js';
import { type Column, COLUMNS } from '../domain/definitions/figure.js';
import { FORMULA_KINDS, type FormulaKind } from '../domain/definitions/formula.js';
import { MOST_DAYS } from '../use-cases/figure-unit.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

export class FormulaUnitQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'The reader’s own unit by default' })
  @Omissible()
  @IsUUID()
  unitId?: string;
}

export class CallFiguresQuery extends FormulaUnitQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day; six days before `to` by default' })
  @Omissible()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: `Last day; today by default; at most ${MOST_DAYS} days`,
  })
  @Omissible()
  @Matches(DAY)
  to?: string;

  @ApiPropertyOptional({ enum: ['calls', 'visits'], default: 'calls' })
  @Omissible()
  @IsIn(['calls', 'visits'])
  per?: 'calls' | 'visits';

  @ApiPropertyOptional({ description: 'Visits of this queue alone' })
  @Omissible()
  @IsCleanText()
  @MaxLength(80)
  queue?: string;
}

export class CountedCallsQuery extends CallFiguresQuery {
  @ApiPropertyOptional({ enum: FORMULA_KINDS, default: 'connection_rate' })
  @Omissible()
  @IsIn(FORMULA_KINDS)
  kind?: FormulaKind;

  @ApiPropertyOptional({
    enum: ROW_SIDES,
    default: 'all',
    description: '`missed`: below the line and not above it',
  })
  @Omissible()
  @IsIn(ROW_SIDES)
  side?: RowSide;

  @ApiPropertyOptional({ enum: COLUMNS })
  @Omissible()
  @IsIn(COLUMNS)
  column?: Column;

  @ApiPropertyOptional()
  @Omissible()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @Omissible()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
