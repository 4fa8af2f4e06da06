import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { AnswerOrder } from '../use-cases/answer-order.js';
import { EndOrder } from '../use-cases/end-order.js';
import { ListOrders } from '../use-cases/list-orders.js';
import { SuperviseTicket } from '../use-cases/supervise-ticket.js';
import { UrgeTicket } from '../use-cases/urge-ticket.js';
import {
  AnswerOrderBody,
  OrderPageBody,
  OrdersQuery,
  OrderReasonBody,
  SuperviseBody,
  UrgeBody,
} from './order-bodies.js';

@ApiTags('supervision')
@Controller('api')
export class OrdersController {
  constructor(
    private readonly urge: UrgeTicket,
    private readonly supervise: SuperviseTicket,
    private readonly answer: AnswerOrder,
    private readonly end: EndOrder,
    private readonly list: ListOrders,
    private readonly show: ShowTicket,
  ) {}

  @Get('orders')
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'ListOrders',
    summary: 'Orders my units gave or owe an answer to, newest first',
  })
  @ApiOkResponse({ type: OrderPageBody })
  @Problems(401, 403, 422)
  listOrders(@CurrentActor() actor: Actor, @Query() query: OrdersQuery): Promise<OrderPageBody> {
    return this.list.run(actor, query);
  }

  @Post('tickets/:id/urges')
  @HttpCode(200)
  @Permit('ticket.urge')
  @ApiOperation({ operationId: 'UrgeTicket', summary: 'Urge the unit that has to act' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async urgeTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { text, maskNumbers }: UrgeBody,
  ): Promise<TicketViewBody> {
    await this.urge.run(actor, ticketId, version, { text, mask: maskNumbers === true });
    return this.show.run(actor, ticketId);
  }

  @Post('tickets/:id/supervisions')
  @HttpCode(200)
  @Permit('ticket.supervise')
  @ApiOperation({
    operationId: 'SuperviseTicket',
    summary: 'Order the unit that has to act to answer in time',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async superviseTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { text, within, maskNumbers }: SuperviseBody,
  ): Promise<TicketViewBody> {
    await this.supervise.run(actor, ticketId, version, { text, within, mask: maskNumbers === true });
    return this.show.run(actor, ticketId);
  }

  @Post('tickets/:id/orders/:orderId/answer')
  @HttpCode(200)
  @Permit('order.answer')
  @ApiOperation({ operationId: 'AnswerOrder', summary: 'Answer an order of a superior' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async answerOrder(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('orderId', ParseUUIDPipe) orderId: string,
    @IfMatch() version: number,
    @Body() { answer, maskNumbers }: AnswerOrderBody,
  ): Promise<TicketViewBody> {
    await this.answer.run(actor, ticketId, version, { orderId, answer, mask: maskNumbers === true });
    return this.show.run(actor, ticketId);
  }

  @Post('tickets/:id/orders/:orderId/end')
  @HttpCode(200)
  @Permit('ticket.supervise')
  @ApiOperation({ operationId: 'EndOrder', summary: 'End an order: content with the answer, or taken back' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async endOrder(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('orderId', ParseUUIDPipe) orderId: string,
    @IfMatch() version: number,
    @Body() { reason, maskNumbers }: OrderReasonBody,
  ): Promise<TicketViewBody> {
    await this.end.run(actor, ticketId, version, { orderId, reason, mask: maskNumbers === true });
    return this.show.run(actor, ticketId);
  }
}
