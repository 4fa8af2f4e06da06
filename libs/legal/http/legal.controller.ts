import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ComputeLegalClocks } from '../use-cases/compute-legal-clocks.js';
import { SaveLegalFacts } from '../use-cases/save-legal-facts.js';
import { ShowLegalClocks } from '../use-cases/show-legal-clocks.js';
import { LegalClocksBody, LegalPanelBody } from './legal-bodies.js';
import { LegalFactsBody, SaveLegalFactsBody } from './legal-facts-body.js';

@ApiTags('legal')
@Controller('api')
export class LegalController {
  constructor(
    private readonly compute: ComputeLegalClocks,
    private readonly show: ShowLegalClocks,
    private readonly save: SaveLegalFacts,
  ) {}

  @Post('legal/compute')
  @HttpCode(200)
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'ComputeLegalClocks',
    summary: 'Limitation and filing dates from facts, as guidance; stores nothing',
  })
  @ApiOkResponse({ type: LegalClocksBody })
  @Problems(401, 403, 422)
  computeLegalClocks(@Body() facts: LegalFactsBody): LegalClocksBody {
    return this.compute.run(facts) as LegalClocksBody;
  }

  @Get('tickets/:id/legal-facts')
  @Permit('ticket.read')
  @ApiOperation({ operationId: 'ShowLegalClocks', summary: 'Facts of a ticket and the dates they lead to' })
  @ApiOkResponse({ type: LegalPanelBody })
  @Problems(401, 403, 404)
  async showLegalClocks(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
  ): Promise<LegalPanelBody> {
    return (await this.show.run(actor, ticketId)) as LegalPanelBody;
  }

  @Post('tickets/:id/legal-facts')
  @HttpCode(200)
  @Permit('legal.edit')
  @ApiOperation({
    operationId: 'SaveLegalFacts',
    summary: 'Enter facts for legal periods; a new version, told as an event without a version of the ticket',
  })
  @ApiOkResponse({ type: LegalPanelBody })
  @Problems(401, 403, 404, 409, 422)
  async saveLegalFacts(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() { replaces, facts }: SaveLegalFactsBody,
  ): Promise<LegalPanelBody> {
    await this.save.run(actor, ticketId, replaces, facts);
    return (await this.show.run(actor, ticketId)) as LegalPanelBody;
  }
}
