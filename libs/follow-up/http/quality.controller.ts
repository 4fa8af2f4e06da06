import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { CheckQuality } from '../use-cases/check-quality.js';
import { CheckQualityBody, QualityCheckBody } from './quality-bodies.js';

@ApiTags('follow-up')
@Controller('api/tickets/:id/quality-checks')
export class QualityController {
  constructor(
    private readonly quality: CheckQuality,
    private readonly show: ShowTicket,
  ) {}

  @Get()
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ListQualityChecks', summary: 'How the work on a ticket was judged' })
  @ApiOkResponse({ type: [QualityCheckBody] })
  @Problems(401, 403, 404)
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<QualityCheckBody[]> {
    return this.quality.list(actor, ticketId);
  }

  @Post()
  @HttpCode(200)
  @Permit('ticket.check-quality')
  @ApiOperation({
    operationId: 'CheckQuality',
    summary: 'Judge a ticket by the scorecard; not one of those who worked on it',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async checkQuality(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { scores, remark }: CheckQualityBody,
  ): Promise<TicketViewBody> {
    await this.quality.run(actor, ticketId, version, { scores, remark: remark ?? null });
    return this.show.run(actor, ticketId);
  }
}
