import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { CountTickets } from '../use-cases/count-tickets.js';
import { ListTickets } from '../use-cases/list-tickets.js';
import { ShowTicket } from '../use-cases/show-ticket.js';
import { ShowTicketEvents } from '../use-cases/show-ticket-events.js';
import { CountBody, CountsQuery, ViewCountsBody } from './count-bodies.js';
import { TicketEventBody } from './event-bodies.js';
import { ListTicketsQuery } from './list-query.js';
import { TicketPageBody } from './row-bodies.js';
import { TicketViewBody } from './view-bodies.js';

@ApiTags('tickets')
@ApiExtraModels(CountBody)
@Controller('api/tickets')
export class TicketsController {
  constructor(
    private readonly list: ListTickets,
    private readonly count: CountTickets,
    private readonly show: ShowTicket,
    private readonly events: ShowTicketEvents,
  ) {}

  @Get()
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ListTickets', summary: 'Tickets by view and filters, one page' })
  @ApiOkResponse({ type: TicketPageBody })
  @Problems(401, 403, 422)
  listTickets(@CurrentActor() actor: Actor, @Query() query: ListTicketsQuery): Promise<TicketPageBody> {
    return this.list.run(actor, query);
  }

  @Get('counts')
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'CountTickets', summary: 'How many tickets each view holds, up to 10,000' })
  @ApiOkResponse({ type: ViewCountsBody })
  @Problems(401, 403, 422)
  countTickets(@CurrentActor() actor: Actor, @Query() query: CountsQuery): Promise<ViewCountsBody> {
    return this.count.run(actor, query.unitId);
  }

  @Get(':id')
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ShowTicket', summary: 'One ticket; its ETag is the version for If-Match' })
  @ApiOkResponse({ type: TicketViewBody, headers: { ETag: { schema: { type: 'string' } } } })
  @Problems(401, 403, 404)
  async showTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketViewBody> {
    const ticket = await this.show.run(actor, id);
    void reply.header('etag', `"${ticket.version}"`);
    return ticket;
  }

  @Get(':id/events')
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ShowTicketEvents', summary: 'Everything that happened to a ticket' })
  @ApiOkResponse({ type: [TicketEventBody] })
  @Problems(401, 403, 404)
  showTicketEvents(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TicketEventBody[]> {
    return this.events.run(actor, id);
  }
}
