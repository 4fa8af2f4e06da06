import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { ConfirmReceipt } from '../use-cases/confirm-receipt.js';
import { RecordSpecialistTransfer } from '../use-cases/record-specialist-transfer.js';
import { ShowSupervision } from '../use-cases/show-supervision.js';
import { SupervisionBody, SpecialistTransferBody } from './supervision-bodies.js';

@ApiTags('supervision')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id')
export class UrgentController {
  constructor(
    private readonly confirm: ConfirmReceipt,
    private readonly transfer: RecordSpecialistTransfer,
    private readonly supervision: ShowSupervision,
    private readonly show: ShowTicket,
  ) {}

  @Get('supervision')
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ShowSupervision', summary: 'Orders, ladder and urgent path of a ticket' })
  @ApiOkResponse({ type: SupervisionBody })
  showSupervision(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<SupervisionBody> {
    return this.supervision.run(actor, ticketId);
  }

  @Post('receipts/:receiptId/confirm')
  @HttpCode(200)
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ConfirmReceipt', summary: 'The duty leader has read the urgent ticket' })
  @ApiOkResponse({ type: TicketViewBody })
  async confirmReceipt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('receiptId', ParseUUIDPipe) receiptId: string,
    @IfMatch() version: number,
  ): Promise<TicketViewBody> {
    await this.confirm.run(actor, ticketId, version, receiptId);
    return this.show.run(actor, ticketId);
  }

  @Post('specialist-transfers')
  @HttpCode(200)
  @Permit('specialist.transfer')
  @ApiOperation({
    operationId: 'RecordSpecialistTransfer',
    summary: 'A psychological or legal seat took over',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async recordSpecialistTransfer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: SpecialistTransferBody,
  ): Promise<TicketViewBody> {
    await this.transfer.run(actor, ticketId, version, body);
    return this.show.run(actor, ticketId);
  }
}
