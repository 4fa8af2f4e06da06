import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { ListRecusalChoices } from '../use-cases/list-recusal-choices.js';
import { RecordIdentityConsent } from '../use-cases/record-identity-consent.js';
import { RecuseFromTicket } from '../use-cases/recuse-from-ticket.js';
import { RecordIdentityConsentBody, RecuseBody } from './bodies.js';
import { RecusalChoicesBody } from './recusal-bodies.js';

/** What keeps the worker from the employer, and the interested from the case. */
@ApiTags('support')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id')
export class SafeguardsController {
  constructor(
    private readonly consent: RecordIdentityConsent,
    private readonly recuse: RecuseFromTicket,
    private readonly choices: ListRecusalChoices,
    private readonly show: ShowTicket,
  ) {}

  @Post('identity-consent')
  @HttpCode(200)
  @Permit('identity.reveal')
  @ApiOperation({
    operationId: 'RecordIdentityConsent',
    summary: 'Record whether the worker agrees to be known to the union inside the employer',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async recordIdentityConsent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { agreed, means, note }: RecordIdentityConsentBody,
  ): Promise<TicketViewBody> {
    await this.consent.run(actor, ticketId, version, { agreed, means, note: note ?? null });
    return this.show.run(actor, ticketId);
  }

  @Post('recusals')
  @HttpCode(200)
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'RecuseFromTicket',
    summary: 'Withdraw a person or a unit with an interest in the case',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async recuseFromTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { accountId, unitId, reason }: RecuseBody,
  ): Promise<TicketViewBody> {
    const order = { accountId: accountId ?? null, unitId: unitId ?? null, reason };
    await this.recuse.run(actor, ticketId, version, order);
    return this.show.run(actor, ticketId);
  }

  @Get('recusal-choices')
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'ListRecusalChoices',
    summary: 'People and units this reader may withdraw from the case',
  })
  @ApiOkResponse({ type: RecusalChoicesBody })
  listRecusalChoices(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<RecusalChoicesBody> {
    return this.choices.run(actor, ticketId);
  }
}
