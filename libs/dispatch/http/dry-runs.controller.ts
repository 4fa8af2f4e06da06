import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { USUAL_TICKETS } from '../domain/dry-run.js';
import { CancelDryRun } from '../use-cases/cancel-dry-run.js';
import { ShowDryRun } from '../use-cases/show-dry-run.js';
import { StartDryRun } from '../use-cases/start-dry-run.js';
import { DryRunBody, DryRunRowPageBody, DryRunRowsQuery, StartDryRunBody } from './dry-run-bodies.js';
import { toRowsQuestion } from './orders.js';

@ApiTags('catalogue')
@Controller('api/catalogue')
export class DryRunsController {
  constructor(
    private readonly start: StartDryRun,
    private readonly show: ShowDryRun,
    private readonly cancel: CancelDryRun,
  ) {}

  @Post('drafts/:id/dry-runs')
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'StartDryRun',
    summary: 'Try a draft on the newest tickets of your units; changes no ticket',
  })
  @ApiCreatedResponse({ type: DryRunBody })
  @Problems(401, 403, 404, 409, 422)
  startRun(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) draftId: string,
    @IfMatch() version: number,
    @Body() { tickets = USUAL_TICKETS }: StartDryRunBody,
  ): Promise<DryRunBody> {
    return this.start.run(actor, draftId, version, tickets);
  }

  @Get('dry-runs/:id')
  @Permit('catalogue.edit')
  @ApiOperation({ operationId: 'ShowDryRun', summary: 'How far a dry run is and what would change' })
  @ApiOkResponse({ type: DryRunBody })
  @Problems(401, 403, 404)
  showRun(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DryRunBody> {
    return this.show.run(actor, id);
  }

  @Post('dry-runs/:id/cancellation')
  @HttpCode(200)
  @Permit('catalogue.edit')
  @ApiOperation({ operationId: 'CancelDryRun', summary: 'Stop a dry run' })
  @ApiOkResponse({ type: DryRunBody })
  @Problems(401, 403, 404, 409)
  cancelRun(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DryRunBody> {
    return this.cancel.run(actor, id);
  }

  @Get('dry-runs/:id/rows')
  @Permit('catalogue.edit')
  @ApiOperation({ operationId: 'ListDryRunRows', summary: 'The tickets behind a number of a dry run' })
  @ApiOkResponse({ type: DryRunRowPageBody })
  @Problems(401, 403, 404, 422)
  async listRows(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DryRunRowsQuery,
  ): Promise<DryRunRowPageBody> {
    const page = await this.show.rows(actor, id, toRowsQuestion(query));
    return { items: page.items, nextCursor: cursorOf(page.nextCursor) };
  }
}
