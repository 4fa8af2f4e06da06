import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { InsistSupport, WithdrawSupport } from '../use-cases/answer-decline.js';
import { AskSupport } from '../use-cases/ask-support.js';
import { WaiveSupport } from '../use-cases/waive-support.js';
import { AskSupportBody, PartReasonBody } from './bodies.js';

/** What the lead does about the parts it has asked for. */
@ApiTags('support')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id/supports')
export class SupportsController {
  constructor(
    private readonly ask: AskSupport,
    private readonly insist: InsistSupport,
    private readonly withdraw: WithdrawSupport,
    private readonly waive: WaiveSupport,
    private readonly show: ShowTicket,
  ) {}

  @Post()
  @HttpCode(200)
  @Permit('support.ask')
  @ApiOperation({ operationId: 'AskSupport', summary: 'Ask another unit for a part; custody stays' })
  @ApiOkResponse({ type: TicketViewBody })
  async askSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { unitId, asked, dueAt }: AskSupportBody,
  ): Promise<TicketViewBody> {
    const wish = { unitId, asked, dueAt: dueAt === undefined ? null : new Date(dueAt) };
    await this.ask.run(actor, ticketId, version, wish);
    return this.show.run(actor, ticketId);
  }

  @Post(':supportId/insist')
  @HttpCode(200)
  @Permit('support.ask')
  @ApiOperation({ operationId: 'InsistSupport', summary: 'Insist on a part that was declined' })
  @ApiOkResponse({ type: TicketViewBody })
  async insistSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
    @Body() body: PartReasonBody,
  ): Promise<TicketViewBody> {
    await this.insist.run(actor, { ticketId, partId, version }, body.reason);
    return this.show.run(actor, ticketId);
  }

  @Post(':supportId/withdraw')
  @HttpCode(200)
  @Permit('support.ask')
  @ApiOperation({ operationId: 'WithdrawSupport', summary: 'Take an open part back' })
  @ApiOkResponse({ type: TicketViewBody })
  async withdrawSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
    @Body() body: PartReasonBody,
  ): Promise<TicketViewBody> {
    await this.withdraw.run(actor, { ticketId, partId, version }, body.reason);
    return this.show.run(actor, ticketId);
  }

  @Post(':supportId/waive')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'WaiveSupport', summary: 'State why the lead reports without this part' })
  @ApiOkResponse({ type: TicketViewBody })
  async waiveSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
    @Body() body: PartReasonBody,
  ): Promise<TicketViewBody> {
    await this.waive.run(actor, { ticketId, partId, version }, body.reason);
    return this.show.run(actor, ticketId);
  }
}
