import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { LogWorkerContact } from '../use-cases/log-worker-contact.js';
import { PassDown } from '../use-cases/pass-down.js';
import { ReportHop } from '../use-cases/report-hop.js';
import { ReviewReport } from '../use-cases/review-report.js';
import { SignHop } from '../use-cases/sign-hop.js';
import { LogWorkerContactBody, PassDownBody, ReportHopBody, ReviewReportBody } from './bodies.js';
import { reportOf } from './report-of.js';

@ApiTags('handling')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id')
export class HandlingController {
  constructor(
    private readonly sign: SignHop,
    private readonly contact: LogWorkerContact,
    private readonly pass: PassDown,
    private readonly report: ReportHop,
    private readonly review: ReviewReport,
    private readonly show: ShowTicket,
  ) {}

  @Post('sign')
  @HttpCode(200)
  @Permit('ticket.sign')
  @ApiOperation({ operationId: 'SignHop', summary: 'Confirm receipt of a ticket' })
  @ApiOkResponse({ type: TicketViewBody })
  async signHop(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
  ): Promise<TicketViewBody> {
    await this.sign.run(actor, ticketId, version);
    return this.show.run(actor, ticketId);
  }

  @Post('worker-contacts')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'LogWorkerContact', summary: 'Record an attempt to speak with the worker' })
  @ApiOkResponse({ type: TicketViewBody })
  async logWorkerContact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: LogWorkerContactBody,
  ): Promise<TicketViewBody> {
    await this.contact.run(actor, ticketId, version, body);
    return this.show.run(actor, ticketId);
  }

  @Post('pass-down')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'PassDown', summary: 'Hand a ticket to a unit below' })
  @ApiOkResponse({ type: TicketViewBody })
  async passDown(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { unitId, note }: PassDownBody,
  ): Promise<TicketViewBody> {
    await this.pass.run(actor, ticketId, version, { unitId, note: note ?? null });
    return this.show.run(actor, ticketId);
  }

  @Post('reports')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'ReportHop', summary: 'Report the result of handling, with its proof' })
  @ApiOkResponse({ type: TicketViewBody })
  async reportHop(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: ReportHopBody,
  ): Promise<TicketViewBody> {
    await this.report.run(actor, ticketId, version, reportOf(body), body.waivers);
    return this.show.run(actor, ticketId);
  }

  @Post('reviews')
  @HttpCode(200)
  @Permit('ticket.review')
  @ApiOperation({ operationId: 'ReviewReport', summary: 'Accept a report or have it handled again' })
  @ApiOkResponse({ type: TicketViewBody })
  async reviewReport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { decision, reason }: ReviewReportBody,
  ): Promise<TicketViewBody> {
    await this.review.run(actor, ticketId, version, { decision, reason: reason ?? null });
    return this.show.run(actor, ticketId);
  }
}
