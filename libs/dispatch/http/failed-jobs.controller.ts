import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ListFailedJobs } from '../use-cases/list-failed-jobs.js';
import { RedriveJob } from '../use-cases/redrive-job.js';

export class FailedJobBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  queue!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  ticketNo!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  failedAt!: Date;
  @ApiProperty()
  attempts!: number;
  @ApiProperty({ description: 'A code, never personal data' })
  error!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  redrivenAt!: Date | null;
}

export class FailedJobsPageBody {
  @ApiProperty({ type: [FailedJobBody] })
  items!: FailedJobBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class FailedJobsQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

@ApiTags('operations')
@Controller('api/failed-jobs')
export class FailedJobsController {
  constructor(
    private readonly failed: ListFailedJobs,
    private readonly redrive: RedriveJob,
  ) {}

  @Get()
  @Permit('jobs.read')
  @ApiOperation({ operationId: 'ListFailedJobs', summary: 'Jobs that failed for good, newest first' })
  @ApiOkResponse({ type: FailedJobsPageBody })
  @Problems(401, 403, 422)
  list(@CurrentActor() actor: Actor, @Query() query: FailedJobsQuery): Promise<FailedJobsPageBody> {
    return this.failed.run(actor, query.cursor ?? null, query.limit ?? 50);
  }

  @Post(':id/redrive')
  @HttpCode(204)
  @Permit('jobs.redrive')
  @ApiOperation({ operationId: 'RedriveJob', summary: 'Run a failed job again' })
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  redriveJob(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.redrive.run(actor, id);
  }
}
