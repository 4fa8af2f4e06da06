import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { ROW_RESULTS, type RowResult } from '../data/row-reads.js';
import { type MetricName, METRICS } from '../domain/metrics.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

export class PeriodQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day; 29 days before `to` by default' })
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day; today by default; at most 366 days' })
  @IsOptional()
  @Matches(DAY)
  to?: string;
}

export class NumbersQuery extends PeriodQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'The reader’s own unit by default' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class MetricParam {
  @ApiProperty({ enum: METRICS })
  @IsIn(METRICS)
  metric!: MetricName;
}

export class TilesQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: METRICS, default: 'on-time' })
  @IsOptional()
  @IsIn(METRICS)
  metric?: MetricName;
}

export class NumberRowsQuery extends NumbersQuery {
  @ApiPropertyOptional({ enum: ROW_RESULTS, default: 'all' })
  @IsOptional()
  @IsIn(ROW_RESULTS)
  result?: RowResult;

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
