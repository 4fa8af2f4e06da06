import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { PreviewLadder } from '../use-cases/preview-ladder.js';
import { RaiseTicket } from '../use-cases/raise-ticket.js';
import { SetLadder } from '../use-cases/set-ladder.js';
import { ShowLadder } from '../use-cases/show-ladder.js';
import { TakeOverLadder } from '../use-cases/take-over-ladder.js';
import { LadderBody, LadderQuery, SetLadderBody } from './ladder-bodies.js';
import { LadderPreviewBody, PreviewLadderBody } from './ladder-preview-bodies.js';
import { OrderReasonBody } from './order-bodies.js';

@ApiTags('supervision')
@Controller('api')
export class LadderController {
  constructor(
    private readonly raise: RaiseTicket,
    private readonly takeOver: TakeOverLadder,
    private readonly ladder: ShowLadder,
    private readonly set: SetLadder,
    private readonly preview: PreviewLadder,
    private readonly show: ShowTicket,
  ) {}

  @Post('tickets/:id/raise')
  @HttpCode(200)
  @Permit('ticket.supervise')
  @ApiOperation({
    operationId: 'RaiseTicket',
    summary: 'Have the next superior of the holder handle the ticket',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async raiseTicket(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { reason, maskNumbers }: OrderReasonBody,
  ): Promise<TicketViewBody> {
    await this.raise.run(actor, ticketId, version, { reason, mask: maskNumbers === true });
    return this.show.run(actor, ticketId);
  }

  @Post('tickets/:id/ladder/take-over')
  @HttpCode(200)
  @Permit('ticket.supervise')
  @ApiOperation({ operationId: 'TakeOverLadder', summary: 'Answer for this stage oneself; the ladder rests' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async takeOverLadder(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { reason, maskNumbers }: OrderReasonBody,
  ): Promise<TicketViewBody> {
    await this.takeOver.run(actor, ticketId, version, { reason, mask: maskNumbers === true });
    return this.show.run(actor, ticketId);
  }

  @Get('ladder')
  @Permit('ladder.read')
  @ApiOperation({
    operationId: 'ShowLadder',
    summary: 'The automatic ladder of every level as it holds for a unit',
  })
  @ApiOkResponse({ type: LadderBody })
  @Problems(401, 403, 404, 422)
  showLadder(@CurrentActor() actor: Actor, @Query() { unitId }: LadderQuery): Promise<LadderBody> {
    return this.ladder.run(actor, unitId);
  }

  @Put('ladder')
  @Permit('ladder.manage')
  @ApiOperation({ operationId: 'SetLadder', summary: 'Publish a version of the ladder of one level' })
  @ApiOkResponse({ type: LadderBody })
  @Problems(401, 403, 409, 422)
  async setLadder(@CurrentActor() actor: Actor, @Body() body: SetLadderBody): Promise<LadderBody> {
    await this.set.run(actor, body);
    return this.ladder.run(actor, body.unitId);
  }

  @Post('ladder/preview')
  @HttpCode(200)
  @Permit('ladder.read')
  @ApiOperation({
    operationId: 'PreviewLadder',
    summary: 'What a ladder would do to an example ticket, and what is wrong with it; stores nothing',
  })
  @ApiOkResponse({ type: LadderPreviewBody })
  @Problems(401, 403, 422)
  previewLadder(@CurrentActor() actor: Actor, @Body() body: PreviewLadderBody): Promise<LadderPreviewBody> {
    return this.preview.run(actor, body);
  }
}
