import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, keyOf, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { CatalogueProposals } from '../use-cases/catalogue-proposals.js';
import { ProposeCatalogueChange } from '../use-cases/propose-catalogue-change.js';
import { RuleCatalogueProposal } from '../use-cases/rule-catalogue-proposal.js';
import { UUID } from './orders.js';
import {
  CatalogueProposalBody,
  CatalogueProposalPageBody,
  ProposalsQuery,
  ProposeCatalogueChangeBody,
  RuleCatalogueProposalBody,
} from './proposal-bodies.js';

@ApiTags('catalogue')
@Controller('api/catalogue/proposals')
export class CatalogueProposalsController {
  constructor(
    private readonly proposals: CatalogueProposals,
    private readonly propose: ProposeCatalogueChange,
    private readonly rule: RuleCatalogueProposal,
  ) {}

  @Get()
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'ListCatalogueProposals',
    summary: 'What rulings say the catalogue should know',
  })
  @ApiOkResponse({ type: CatalogueProposalPageBody })
  @Problems(401, 403, 422)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { state, cursor, limit = 50 }: ProposalsQuery,
  ): Promise<CatalogueProposalPageBody> {
    const page = await this.proposals.list(actor, state ?? null, keyOf(cursor, UUID) ?? null, limit);
    return { items: page.items, nextCursor: cursorOf(page.nextCursor) };
  }

  @Post()
  @Permit('ticket.rule')
  @ApiOperation({
    operationId: 'ProposeCatalogueChange',
    summary: 'Say, after a ruling, that the catalogue should have sent this ticket elsewhere',
  })
  @ApiCreatedResponse({ type: CatalogueProposalBody })
  @Problems(401, 403, 404, 409, 422)
  proposeChange(
    @CurrentActor() actor: Actor,
    @Body() { ticketId, reason }: ProposeCatalogueChangeBody,
  ): Promise<CatalogueProposalBody> {
    return this.propose.run(actor, ticketId, reason);
  }

  @Post(':id/ruling')
  @HttpCode(200)
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'RuleCatalogueProposal',
    summary: 'Make a proposal a rule of a draft in one step, or refuse it with a reason',
  })
  @ApiOkResponse({ type: CatalogueProposalBody })
  @Problems(401, 403, 404, 409, 422)
  ruleProposal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision, reason, draftId, unitId }: RuleCatalogueProposalBody,
  ): Promise<CatalogueProposalBody> {
    const rest = { reason: reason ?? null, draftId: draftId ?? null, unitId: unitId ?? null };
    return this.rule.run(actor, id, { decision, ...rest });
  }
}
