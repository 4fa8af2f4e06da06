import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText, IsDay, IsInstant, Omissible } from '@hotline/platform';
import { REPORT_STEPS, type ReportStep } from '../domain/interval.js';
import { CALL_RESULTS, type CallResult } from '../domain/row-results.js';

export class ReportUnitQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'The reader’s own unit by default' })
  @Omissible()
  @IsUUID()
  unitId?: string;
}

export class ReportDaysQuery extends ReportUnitQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day in Asia/Shanghai; today by default' })
  @Omissible()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day; today by default' })
  @Omissible()
  @IsDay()
  to?: string;
}

export class ReportQuery extends ReportDaysQuery {
  @ApiPropertyOptional({
    enum: REPORT_STEPS,
    default: '30',
    description: 'Minutes, days or months; at most 7, 14 and 31 days of minutes, 366 of days, 731 of months',
  })
  @Omissible()
  @IsIn(REPORT_STEPS)
  step?: ReportStep;
}

export class QueueReportQuery extends ReportQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'One line alone' })
  @Omissible()
  @IsUUID()
  sourceId?: string;

  @ApiPropertyOptional({ maxLength: 80, description: 'One queue alone; empty: calls that came to none' })
  @Omissible()
  @IsCleanText()
  @MaxLength(80)
  queue?: string;
}

export class AgentsReportQuery extends ReportDaysQuery {
  @ApiPropertyOptional({ maxLength: 400 })
  @Omissible()
  @IsCleanText()
  @MaxLength(400)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @Omissible()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class AgentLinesQuery extends ReportQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'One person; everybody of the unit together by default',
  })
  @Omissible()
  @IsUUID()
  accountId?: string;
}

export class CallRowsQuery extends ReportUnitQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @Omissible()
  @IsUUID()
  sourceId?: string;

  @ApiPropertyOptional({ maxLength: 80 })
  @Omissible()
  @IsCleanText()
  @MaxLength(80)
  queue?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Omissible()
  @IsUUID()
  accountId?: string;

  @ApiProperty({ format: 'date-time', description: 'Joined from then on' })
  @IsInstant()
  since!: string;

  @ApiProperty({ format: 'date-time', description: 'Joined before' })
  @IsInstant()
  until!: string;

  @ApiPropertyOptional({ enum: CALL_RESULTS, default: 'all' })
  @Omissible()
  @IsIn(CALL_RESULTS)
  result?: CallResult;

  @ApiPropertyOptional({ maxLength: 200 })
  @Omissible()
  @IsCleanText()
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
