import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { PauseTicket } from '../use-cases/pause-ticket.js';
import { ResumeTicket } from '../use-cases/resume-ticket.js';
import { PauseTicketBody, ResumeTicketBody } from './request-bodies.js';

@ApiTags('requests')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id')
export class PausesController {
  constructor(
    private readonly pause: PauseTicket,
    private readonly resume: ResumeTicket,
    private readonly show: ShowTicket,
  ) {}

  @Post('pauses')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'PauseTicket', summary: 'Wait for a named third party; the deadlines move' })
  @ApiOkResponse({ type: TicketViewBody })
  async pauseTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: PauseTicketBody,
  ): Promise<TicketViewBody> {
    await this.pause.run(actor, ticketId, version, body);
    return this.show.run(actor, ticketId);
  }

  @Post('resume')
  @HttpCode(200)
  @Permit('ticket.rule')
  @ApiOperation({
    operationId: 'ResumeTicket',
    summary: 'End a pause before its maximum, or lift it from above',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async resumeTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { note }: ResumeTicketBody,
  ): Promise<TicketViewBody> {
    await this.resume.run(actor, ticketId, version, note ?? null);
    return this.show.run(actor, ticketId);
  }
}
