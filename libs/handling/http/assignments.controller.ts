import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { AssignTicket } from '../use-cases/assign-ticket.js';
import { AssignTicketBody, ColleagueBody } from './record-bodies.js';

@ApiTags('handling')
@Controller('api/tickets/:id')
export class AssignmentsController {
  constructor(
    private readonly assign: AssignTicket,
    private readonly show: ShowTicket,
  ) {}

  @Post('assign')
  @HttpCode(200)
  @Permit('ticket.rule')
  @ApiOperation({ operationId: 'AssignTicket', summary: 'Give a ticket to a person of the accountable unit' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async assignTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { assigneeId, note }: AssignTicketBody,
  ): Promise<TicketViewBody> {
    await this.assign.run(actor, ticketId, version, { assigneeId, note: note ?? null });
    return this.show.run(actor, ticketId);
  }

  @Get('assignees')
  @Permit('ticket.rule')
  @ApiOperation({ operationId: 'ListAssignees', summary: 'Handlers of the unit accountable for a ticket' })
  @ApiOkResponse({ type: [ColleagueBody] })
  @Problems(401, 403, 404, 422)
  listAssignees(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<ColleagueBody[]> {
    return this.assign.candidates(actor, ticketId);
  }
}
