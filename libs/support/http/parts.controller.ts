import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { DeclineSupport } from '../use-cases/decline-support.js';
import { LogSupportContact } from '../use-cases/log-support-contact.js';
import { PassSupport } from '../use-cases/pass-support.js';
import { ReportSupport } from '../use-cases/report-support.js';
import { SignSupport } from '../use-cases/sign-support.js';
import { LogSupportContactBody, PartReasonBody, PassSupportBody, ReportSupportBody } from './bodies.js';

/** What the supporting unit does with its part. */
@ApiTags('support')
@Problems(401, 403, 404, 409, 422)
@Controller('api/tickets/:id/supports/:supportId')
export class PartsController {
  constructor(
    private readonly sign: SignSupport,
    private readonly pass: PassSupport,
    private readonly contact: LogSupportContact,
    private readonly report: ReportSupport,
    private readonly decline: DeclineSupport,
    private readonly show: ShowTicket,
  ) {}

  @Post('sign')
  @HttpCode(200)
  @Permit('ticket.sign')
  @ApiOperation({ operationId: 'SignSupport', summary: 'Confirm receipt of a part' })
  @ApiOkResponse({ type: TicketViewBody })
  async signSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
  ): Promise<TicketViewBody> {
    await this.sign.run(actor, { ticketId, partId, version });
    return this.show.run(actor, ticketId);
  }

  @Post('pass')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'PassSupport', summary: 'Hand a part to a unit below, once' })
  @ApiOkResponse({ type: TicketViewBody })
  async passSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
    @Body() body: PassSupportBody,
  ): Promise<TicketViewBody> {
    await this.pass.run(actor, { ticketId, partId, version }, body.unitId);
    return this.show.run(actor, ticketId);
  }

  @Post('worker-contacts')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({
    operationId: 'LogSupportContact',
    summary: 'Record an attempt to speak with the worker for a part',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async logSupportContact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
    @Body() body: LogSupportContactBody,
  ): Promise<TicketViewBody> {
    await this.contact.run(actor, { ticketId, partId, version }, body);
    return this.show.run(actor, ticketId);
  }

  @Post('report')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({ operationId: 'ReportSupport', summary: 'Report a part to the lead' })
  @ApiOkResponse({ type: TicketViewBody })
  async reportSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
    @Body() body: ReportSupportBody,
  ): Promise<TicketViewBody> {
    await this.report.run(
      actor,
      { ticketId, partId, version },
      { ...body, attachmentIds: body.attachmentIds ?? [] },
    );
    return this.show.run(actor, ticketId);
  }

  @Post('decline')
  @HttpCode(200)
  @Permit('ticket.handle')
  @ApiOperation({
    operationId: 'DeclineSupport',
    summary: 'Say why the part cannot be done; the lead decides',
  })
  @ApiOkResponse({ type: TicketViewBody })
  async declineSupport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('supportId', ParseUUIDPipe) partId: string,
    @IfMatch() version: number,
    @Body() body: PartReasonBody,
  ): Promise<TicketViewBody> {
    await this.decline.run(actor, { ticketId, partId, version }, body.reason);
    return this.show.run(actor, ticketId);
  }
}
