import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { DispatchTicket } from '../use-cases/dispatch-ticket.js';
import { type Preview, PreviewRoute } from '../use-cases/preview-route.js';
import { RecallDispatch } from '../use-cases/recall-dispatch.js';
import { type RankedUnit, ShowSuggestions } from '../use-cases/show-suggestions.js';
import { DispatchTicketBody, PreviewRouteBody, RoutePreviewBody, SuggestionBody } from './bodies.js';
import { orderOf, toQuestion } from './question.js';

@ApiTags('dispatch')
@Controller('api')
export class DispatchController {
  constructor(
    private readonly preview: PreviewRoute,
    private readonly suggestions: ShowSuggestions,
    private readonly dispatch: DispatchTicket,
    private readonly recall: RecallDispatch,
    private readonly show: ShowTicket,
  ) {}

  @Post('dispatch/preview')
  @HttpCode(200)
  @Permit('catalogue.read')
  @ApiOperation({
    operationId: 'PreviewRoute',
    summary: 'Where a ticket would go, and by when it would be due',
  })
  @ApiOkResponse({ type: RoutePreviewBody })
  @Problems(401, 403, 422)
  previewRoute(@CurrentActor() actor: Actor, @Body() body: PreviewRouteBody): Promise<Preview> {
    return this.preview.run(actor, toQuestion(body));
  }

  @Get('tickets/:id/suggestions')
  @Permit('ticket.dispatch')
  @ApiOperation({
    operationId: 'ShowSuggestions',
    summary: 'At most five ranked units for an unclear ticket',
  })
  @ApiOkResponse({ type: [SuggestionBody] })
  @Problems(401, 403, 404)
  showSuggestions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RankedUnit[]> {
    return this.suggestions.run(actor, id);
  }

  @Post('tickets/:id/dispatch')
  @HttpCode(200)
  @Permit('ticket.dispatch')
  @ApiOperation({ operationId: 'DispatchTicket', summary: 'Send an unclear ticket to a unit' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async dispatchTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: DispatchTicketBody,
  ): Promise<TicketViewBody> {
    await this.dispatch.run(actor, { ticketId, version, ...orderOf(body) });
    return this.show.run(actor, ticketId);
  }

  @Post('tickets/:id/recall')
  @HttpCode(200)
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'RecallDispatch',
    summary: 'Take a dispatch back within 60 s, while unsigned',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async recallDispatch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
  ): Promise<TicketViewBody> {
    await this.recall.run(actor, ticketId, version);
    return this.show.run(actor, ticketId);
  }
}
