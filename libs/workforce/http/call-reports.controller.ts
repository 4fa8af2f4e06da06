import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ListReportedCalls } from '../use-cases/list-reported-calls.js';
import { ShowAgentReport } from '../use-cases/show-agent-report.js';
import { ShowQueueReport } from '../use-cases/show-queue-report.js';
import { AgentLinesBody, AgentsReportBody, ReportedCallsBody, QueueReportBody } from './report-bodies.js';
import { AgentLinesQuery, AgentsReportQuery, CallRowsQuery, QueueReportQuery } from './report-queries.js';
import { agentsReportBody, callRowsBody, momentAfter, placeAfter, queueReportBody } from './report-views.js';

@ApiTags('call reports')
@Problems(401, 403, 404, 422)
@Controller('api/call-reports')
export class CallReportsController {
  constructor(
    private readonly queues: ShowQueueReport,
    private readonly agents: ShowAgentReport,
    private readonly rows: ListReportedCalls,
  ) {}

  @Get('queues')
  @Permit('call-report.of-others')
  @ApiOperation({ operationId: 'ShowQueueReport', summary: 'Queues of a unit by interval' })
  @ApiOkResponse({ type: QueueReportBody })
  async showQueues(@CurrentActor() actor: Actor, @Query() query: QueueReportQuery): Promise<QueueReportBody> {
    return queueReportBody(await this.queues.run(actor, query));
  }

  @Get('agents')
  @Permit('call-report.read')
  @ApiOperation({ operationId: 'ListAgentReports', summary: 'What each agent of a unit did, by name' })
  @ApiOkResponse({ type: AgentsReportBody })
  async listAgents(
    @CurrentActor() actor: Actor,
    @Query() { cursor, limit, ...question }: AgentsReportQuery,
  ): Promise<AgentsReportBody> {
    const place = placeAfter(cursor);
    const after = place && { accountId: place.id, name: place.rest };
    return agentsReportBody(await this.agents.people(actor, { ...question, after, limit: limit ?? 50 }));
  }

  @Get('agents/lines')
  @Permit('call-report.read')
  @ApiOperation({
    operationId: 'ShowAgentLines',
    summary: 'One agent, or all of a unit together, by interval',
  })
  @ApiOkResponse({ type: AgentLinesBody })
  showAgentLines(
    @CurrentActor() actor: Actor,
    @Query() { accountId, ...question }: AgentLinesQuery,
  ): Promise<AgentLinesBody> {
    return this.agents.lines(actor, accountId ?? null, question);
  }

  @Get('rows')
  @Permit('call-report.read')
  @ApiOperation({ operationId: 'ListReportedCalls', summary: 'The calls behind a number, newest first' })
  @ApiOkResponse({ type: ReportedCallsBody })
  async listRows(
    @CurrentActor() actor: Actor,
    @Query() { since, until, result, cursor, limit, ...question }: CallRowsQuery,
  ): Promise<ReportedCallsBody> {
    const order = { ...question, since: new Date(since), until: new Date(until), result: result ?? 'all' };
    const after = momentAfter(cursor);
    return callRowsBody(await this.rows.run(actor, { ...order, after, limit: limit ?? 50 }));
  }
}
