import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { RequestReturn } from '../use-cases/request-return.js';
import { RuleReturn } from '../use-cases/rule-return.js';
import { RequestReturnBody, RuleReturnBody } from './bodies.js';

@ApiTags('handling')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id/returns')
export class ReturnsController {
  constructor(
    private readonly request: RequestReturn,
    private readonly rule: RuleReturn,
    private readonly show: ShowTicket,
  ) {}

  @Post()
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'RequestReturn', summary: 'Ask to be relieved of a ticket; a superior rules' })
  @ApiOkResponse({ type: TicketViewBody })
  async requestReturn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { attachmentIds = [], ...body }: RequestReturnBody,
  ): Promise<TicketViewBody> {
    const { reasonCode, reason, clause = null, proposedUnitId = null } = body;
    const plea = { reasonCode, reason, clause, proposedUnitId, attachmentIds };
    await this.request.run(actor, ticketId, version, plea);
    return this.show.run(actor, ticketId);
  }

  @Post(':returnId/ruling')
  @HttpCode(200)
  @Permit('ticket.rule')
  @ApiOperation({ operationId: 'RuleReturn', summary: 'Grant or refuse a return; the ruling is binding' })
  @ApiOkResponse({ type: TicketViewBody })
  async ruleReturn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('returnId', ParseUUIDPipe) returnId: string,
    @IfMatch() version: number,
    @Body() { decision, reason, toUnitId }: RuleReturnBody,
  ): Promise<TicketViewBody> {
    await this.rule.run(actor, ticketId, version, { returnId, decision, reason, toUnitId: toUnitId ?? null });
    return this.show.run(actor, ticketId);
  }
}
