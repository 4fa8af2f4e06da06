import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { DialledCallBody } from '@hotline/presence';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { ArchiveTicket } from '../use-cases/archive-ticket.js';
import { CloseTicket } from '../use-cases/close-ticket.js';
import { ListDialledCalls } from '../use-cases/list-dialled-calls.js';
import { RecordCallBack } from '../use-cases/record-call-back.js';
import { answerOf } from './answer-of.js';
import { CloseTicketBody, RecordCallBackBody } from './bodies.js';

@ApiTags('follow-up')
@Controller('api/tickets/:id')
export class FollowUpController {
  constructor(
    private readonly record: RecordCallBack,
    private readonly close: CloseTicket,
    private readonly archive: ArchiveTicket,
    private readonly show: ShowTicket,
    private readonly dialled: ListDialledCalls,
  ) {}

  @Get('dialled-calls')
  @Permit('ticket.call-back')
  @ApiOperation({
    operationId: 'ListDialledCalls',
    summary: 'Calls I have dialled about this ticket within a day, newest first',
  })
  @ApiOkResponse({ type: [DialledCallBody] })
  @Problems(401, 403, 404)
  listDialledCalls(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<DialledCallBody[]> {
    return this.dialled.run(actor, ticketId);
  }

  @Post('call-backs')
  @HttpCode(200)
  @Permit('ticket.call-back')
  @ApiOperation({ operationId: 'RecordCallBack', summary: 'Record one attempt to call the worker back' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async recordCallBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: RecordCallBackBody,
  ): Promise<TicketViewBody> {
    await this.record.run(actor, ticketId, version, answerOf(body), body.callId);
    return this.show.run(actor, ticketId);
  }

  @Post('close')
  @HttpCode(200)
  @Permit('ticket.call-back')
  @ApiOperation({
    operationId: 'CloseTicket',
    summary: 'Close a ticket after its call-back or the allowed attempts',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async closeTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: CloseTicketBody,
  ): Promise<TicketViewBody> {
    await this.close.run(actor, ticketId, version, body.note ?? null);
    return this.show.run(actor, ticketId);
  }

  @Post('archive')
  @HttpCode(200)
  @Permit('ticket.archive')
  @ApiOperation({
    operationId: 'ArchiveTicket',
    summary: 'File a closed ticket; after 30 days it is filed by itself',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async archiveTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
  ): Promise<TicketViewBody> {
    await this.archive.run(actor, ticketId, version);
    return this.show.run(actor, ticketId);
  }
}
