import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { RequestExclusion } from '../use-cases/request-exclusion.js';
import { RequestExtension } from '../use-cases/request-extension.js';
import { RevokeExclusion } from '../use-cases/revoke-exclusion.js';
import { RuleRequest } from '../use-cases/rule-request.js';
import {
  RequestExclusionBody,
  RequestExtensionBody,
  RevokeExclusionBody,
  RuleRequestBody,
} from './request-bodies.js';

@ApiTags('requests')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id')
export class RequestsController {
  constructor(
    private readonly extension: RequestExtension,
    private readonly exclusion: RequestExclusion,
    private readonly rule: RuleRequest,
    private readonly revoke: RevokeExclusion,
    private readonly show: ShowTicket,
  ) {}

  @Post('extensions')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'RequestExtension', summary: 'Ask for more time, before the deadline' })
  @ApiOkResponse({ type: TicketViewBody })
  async requestExtension(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { attachmentIds = [], ...body }: RequestExtensionBody,
  ): Promise<TicketViewBody> {
    await this.extension.run(actor, ticketId, version, { ...body, attachmentIds });
    return this.show.run(actor, ticketId);
  }

  @Post('extensions/:requestId/ruling')
  @HttpCode(200)
  @Permit('ticket.rule')
  @ApiOperation({
    operationId: 'RuleExtension',
    summary: 'Grant or refuse more time; never one’s own request',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async ruleExtension(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @IfMatch() version: number,
    @Body() body: RuleRequestBody,
  ): Promise<TicketViewBody> {
    await this.rule.run(actor, ticketId, version, 'extension', { requestId, ...body });
    return this.show.run(actor, ticketId);
  }

  @Post('exclusions')
  @HttpCode(200)
  @Permit('ticket.rule')
  @ApiOperation({
    operationId: 'RequestExclusion',
    summary: 'Ask that a ticket be left out of the on-time rate',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async requestExclusion(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: RequestExclusionBody,
  ): Promise<TicketViewBody> {
    await this.exclusion.run(actor, ticketId, version, body);
    return this.show.run(actor, ticketId);
  }

  @Post('exclusions/:requestId/ruling')
  @HttpCode(200)
  @Permit('ticket.rule')
  @ApiOperation({
    operationId: 'RuleExclusion',
    summary: 'Grant or refuse an exclusion; a second person above',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async ruleExclusion(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @IfMatch() version: number,
    @Body() body: RuleRequestBody,
  ): Promise<TicketViewBody> {
    await this.rule.run(actor, ticketId, version, 'exclusion', { requestId, ...body });
    return this.show.run(actor, ticketId);
  }

  @Post('exclusions/:requestId/revocation')
  @HttpCode(200)
  @Permit('ticket.rule')
  @ApiOperation({ operationId: 'RevokeExclusion', summary: 'Let an excluded ticket count again' })
  @ApiOkResponse({ type: TicketViewBody })
  async revokeExclusion(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @IfMatch() version: number,
    @Body() { reason }: RevokeExclusionBody,
  ): Promise<TicketViewBody> {
    await this.revoke.run(actor, ticketId, version, { requestId, reason });
    return this.show.run(actor, ticketId);
  }
}
