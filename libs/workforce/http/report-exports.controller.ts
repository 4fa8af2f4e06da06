import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExportBody, exportBody, OrderExport } from '@hotline/exports';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { AGENT_LINES_EXPORT } from '../use-cases/export-agent-lines.js';
import { AGENT_REPORT_EXPORT } from '../use-cases/export-agent-report.js';
import { CALL_ROWS_EXPORT } from '../use-cases/export-call-rows.js';
import { QUEUE_REPORT_EXPORT } from '../use-cases/export-queue-report.js';
import { STAFFING_EXPORT } from '../use-cases/export-staffing.js';
import {
  ExportAgentLinesBody,
  ExportAgentReportBody,
  ExportCallRowsBody,
  ExportQueueReportBody,
  ExportStaffingBody,
} from './export-bodies.js';

/** Reports as files: the same questions as the reports', answered by a file that is written on the server. */
@ApiTags('exports')
@Problems(401, 403, 404, 409, 422)
@Controller('api')
export class ReportExportsController {
  constructor(private readonly order: OrderExport) {}

  @Post('call-reports/queues/exports')
  @Permit('call-report.of-others')
  @ApiOperation({ operationId: 'ExportQueueReport', summary: 'The report of queues as a file' })
  @ApiCreatedResponse({ type: ExportBody })
  async exportQueues(@CurrentActor() actor: Actor, @Body() body: ExportQueueReportBody): Promise<ExportBody> {
    const { form, language = 'zh', ...question } = body;
    return exportBody(await this.order.run(actor, QUEUE_REPORT_EXPORT, question, { form, language }));
  }

  @Post('call-reports/agents/exports')
  @Permit('call-report.read')
  @ApiOperation({ operationId: 'ExportAgentReport', summary: 'What each agent of a unit did, as a file' })
  @ApiCreatedResponse({ type: ExportBody })
  async exportAgents(@CurrentActor() actor: Actor, @Body() body: ExportAgentReportBody): Promise<ExportBody> {
    const { form, language = 'zh', ...question } = body;
    return exportBody(await this.order.run(actor, AGENT_REPORT_EXPORT, question, { form, language }));
  }

  @Post('call-reports/agents/lines/exports')
  @Permit('call-report.read')
  @ApiOperation({
    operationId: 'ExportAgentLines',
    summary: 'One agent, or all together, by interval, as a file',
  })
  @ApiCreatedResponse({ type: ExportBody })
  async exportLines(@CurrentActor() actor: Actor, @Body() body: ExportAgentLinesBody): Promise<ExportBody> {
    const { form, language = 'zh', ...question } = body;
    return exportBody(await this.order.run(actor, AGENT_LINES_EXPORT, question, { form, language }));
  }

  @Post('call-reports/rows/exports')
  @Permit('call-report.read')
  @ApiOperation({ operationId: 'ExportReportedCalls', summary: 'The calls behind a number as a file' })
  @ApiCreatedResponse({ type: ExportBody })
  async exportRows(@CurrentActor() actor: Actor, @Body() body: ExportCallRowsBody): Promise<ExportBody> {
    const { form, language = 'zh', ...question } = body;
    return exportBody(await this.order.run(actor, CALL_ROWS_EXPORT, question, { form, language }));
  }

  @Post('staffing/exports')
  @Permit('staffing.read')
  @ApiOperation({
    operationId: 'ExportStaffing',
    summary: 'How many agents each interval of a day takes, as a file',
  })
  @ApiCreatedResponse({ type: ExportBody })
  async exportStaffing(@CurrentActor() actor: Actor, @Body() body: ExportStaffingBody): Promise<ExportBody> {
    const { form, language = 'zh', ...question } = body;
    return exportBody(await this.order.run(actor, STAFFING_EXPORT, question, { form, language }));
  }
}
