import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExportBody, exportBody, OrderExport } from '@hotline/exports';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { RATE_ROWS_EXPORT } from '../use-cases/export-rate-rows.js';
import { RATES_EXPORT } from '../use-cases/export-rates.js';
import { ExportCountedCallsBody, ExportRatesBody } from './rate-export-bodies.js';

/** Rates of calls, and the calls behind them, as files written on the server. */
@ApiTags('exports')
@Problems(401, 403, 404, 409, 422)
@Controller('api/call-figures')
export class RateExportsController {
  constructor(private readonly order: OrderExport) {}

  @Post('exports')
  @Permit('numbers.read')
  @ApiOperation({ operationId: 'ExportCallFigures', summary: 'The rates of calls as a file' })
  @ApiCreatedResponse({ type: ExportBody })
  async exportRates(@CurrentActor() actor: Actor, @Body() body: ExportRatesBody): Promise<ExportBody> {
    const { form, language = 'zh', ...question } = body;
    return exportBody(await this.order.run(actor, RATES_EXPORT, question, { form, language }));
  }

  @Post('rows/exports')
  @Permit('numbers.read')
  @ApiOperation({ operationId: 'ExportCountedCalls', summary: 'The calls behind a rate as a file' })
  @ApiCreatedResponse({ type: ExportBody })
  async exportRows(@CurrentActor() actor: Actor, @Body() body: ExportCountedCallsBody): Promise<ExportBody> {
    const { form, language = 'zh', ...question } = body;
    return exportBody(await this.order.run(actor, RATE_ROWS_EXPORT, question, { form, language }));
  }
}
