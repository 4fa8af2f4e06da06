import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ShowTicket, TicketViewBody } from '@hotline/ticket';
import { MarkAsPetition } from '../use-cases/mark-as-petition.js';
import { RecordPetitionStage } from '../use-cases/record-petition-stage.js';
import { ShowPetition } from '../use-cases/show-petition.js';
import { MarkAsPetitionBody, PetitionPanelBody, RecordPetitionStageBody } from './petition-bodies.js';
import { actInput } from './act-input.js';

@ApiTags('legal')
@Controller('api/tickets/:id/petition')
export class PetitionController {
  constructor(
    private readonly mark: MarkAsPetition,
    private readonly record: RecordPetitionStage,
    private readonly show: ShowPetition,
    private readonly ticket: ShowTicket,
  ) {}

  @Get()
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'ShowPetition',
    summary: 'The petition of a ticket: periods, acts, what is open',
  })
  @ApiOkResponse({ type: PetitionPanelBody })
  @Problems(401, 403, 404)
  showPetition(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<PetitionPanelBody> {
    return this.show.run(actor, ticketId);
  }

  @Post()
  @HttpCode(200)
  @Permit('petition.mark')
  @ApiOperation({
    operationId: 'MarkAsPetition',
    summary: 'Register a ticket as a petition; its periods run beside the promise to the worker',
  })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async markAsPetition(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() { registeredOn, source, registrationNo }: MarkAsPetitionBody,
  ): Promise<TicketViewBody> {
    await this.mark.run(actor, ticketId, version, {
      registeredOn,
      source,
      registrationNo: registrationNo ?? null,
    });
    return this.ticket.run(actor, ticketId);
  }

  @Post('acts')
  @HttpCode(200)
  @Permit('petition.record')
  @ApiOperation({ operationId: 'RecordPetitionStage', summary: 'Record an act on a petition' })
  @ApiOkResponse({ type: TicketViewBody })
  @Problems(401, 403, 404, 409, 422)
  async recordPetitionStage(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @IfMatch() version: number,
    @Body() body: RecordPetitionStageBody,
  ): Promise<TicketViewBody> {
    await this.record.run(actor, ticketId, version, actInput(body));
    return this.ticket.run(actor, ticketId);
  }
}
