import { ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ExportWishBody } from '@hotline/exports';
import { Omissible } from '@hotline/platform';
import { QUEUE_FILE_LINES, type QueueFileLines } from '../use-cases/export-queue-report.js';
import { StaffingQuery } from './staffing-bodies.js';
import { AgentLinesQuery, CallRowsQuery, QueueReportQuery, ReportDaysQuery } from './report-queries.js';

/** The fields of the report's query, and how the file is wanted. */
export class ExportQueueReportBody extends IntersectionType(QueueReportQuery, ExportWishBody) {
  @ApiPropertyOptional({
    enum: QUEUE_FILE_LINES,
    default: 'intervals',
    description: 'One line an interval or a queue',
  })
  @Omissible()
  @IsIn(QUEUE_FILE_LINES)
  lines?: QueueFileLines;
}

export class ExportAgentReportBody extends IntersectionType(ReportDaysQuery, ExportWishBody) {}

export class ExportAgentLinesBody extends IntersectionType(AgentLinesQuery, ExportWishBody) {}

export class ExportCallRowsBody extends IntersectionType(
  OmitType(CallRowsQuery, ['cursor', 'limit'] as const),
  ExportWishBody,
) {}

export class ExportStaffingBody extends IntersectionType(StaffingQuery, ExportWishBody) {}
