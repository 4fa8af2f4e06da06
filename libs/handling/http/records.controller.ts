import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { DeclineTicket } from '../use-cases/decline-ticket.js';
import { RecordReferralReply } from '../use-cases/record-referral-reply.js';
import { ReferTicket } from '../use-cases/refer-ticket.js';
import { WithdrawTicket } from '../use-cases/withdraw-ticket.js';
import {
  DeclineTicketBody,
  RecordReferralReplyBody,
  ReferTicketBody,
  WithdrawTicketBody,
} from './record-bodies.js';
import { declinationOf, referralOf, withdrawalOf } from './records-of.js';

@ApiTags('handling')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id')
export class RecordsController {
  constructor(
    private readonly withdrawal: WithdrawTicket,
    private readonly declination: DeclineTicket,
    private readonly referral: ReferTicket,
    private readonly reply: RecordReferralReply,
    private readonly show: ShowTicket,
  ) {}

  @Post('withdrawal')
  @HttpCode(200)
  @Permit('ticket.withdraw')
  @ApiOperation({ operationId: 'WithdrawTicket', summary: 'End a ticket because the worker withdrew it' })
  @ApiOkResponse({ type: TicketViewBody })
  async withdrawTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: WithdrawTicketBody,
  ): Promise<TicketViewBody> {
    await this.withdrawal.run(actor, ticketId, version, withdrawalOf(body));
    return this.show.run(actor, ticketId);
  }

  @Post('decline')
  @HttpCode(200)
  @Permit('ticket.dispatch')
  @ApiOperation({ operationId: 'DeclineTicket', summary: 'Not accepted: the worker is owed the reason' })
  @ApiOkResponse({ type: TicketViewBody })
  async declineTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: DeclineTicketBody,
  ): Promise<TicketViewBody> {
    await this.declination.run(actor, ticketId, version, declinationOf(body));
    return this.show.run(actor, ticketId);
  }

  @Post('referrals')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'ReferTicket', summary: 'Record that another body was asked to act' })
  @ApiOkResponse({ type: TicketViewBody })
  async referTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: ReferTicketBody,
  ): Promise<TicketViewBody> {
    await this.referral.run(actor, ticketId, version, referralOf(body));
    return this.show.run(actor, ticketId);
  }

  @Post('referrals/:referralId/reply')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'RecordReferralReply', summary: 'Record what the other body answered' })
  @ApiOkResponse({ type: TicketViewBody })
  async recordReferralReply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('referralId', ParseUUIDPipe) referralId: string,
    @IfMatch() version: number,
    @Body() { reply, attachmentIds = [] }: RecordReferralReplyBody,
  ): Promise<TicketViewBody> {
    await this.reply.run(actor, ticketId, version, { referralId, reply, attachmentIds });
    return this.show.run(actor, ticketId);
  }
}
