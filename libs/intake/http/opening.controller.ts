import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IdempotencyKey, Problems } from '@hotline/platform';
import { TicketViewBody } from '@hotline/ticket';
import { OpenTicket } from '../use-cases/open-ticket.js';
import { REPEATABLE } from './contacts.controller.js';
import { OpenTicketBody } from './ticket-bodies.js';

@ApiTags('tickets')
@Controller('api/tickets')
export class OpeningController {
  constructor(private readonly open: OpenTicket) {}

  @Post()
  @Permit('ticket.open')
  @ApiOperation({ operationId: 'OpenTicket', summary: 'Open a ticket; the system sends it on its way' })
  @ApiHeader(REPEATABLE)
  @ApiCreatedResponse({ type: TicketViewBody, headers: { ETag: { schema: { type: 'string' } } } })
  @Problems(401, 403, 409, 413, 422)
  async openTicket(
    @CurrentActor() actor: Actor,
    @Body() body: OpenTicketBody,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketViewBody> {
    const ticket = await this.open.run(actor, body, key);
    void reply.header('etag', `"${ticket.version}"`);
    return ticket;
  }
}
