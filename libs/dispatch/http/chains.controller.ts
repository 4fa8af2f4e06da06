import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { type IndustryChain, ListChainSettings, SetChainMode } from '../use-cases/chain-settings.js';
import { IndustryChainBody, SetChainModeBody } from './chain-bodies.js';

@ApiTags('catalogue')
@Controller('api/chain-settings')
export class ChainsController {
  constructor(
    private readonly list: ListChainSettings,
    private readonly set: SetChainMode,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @ApiOperation({
    operationId: 'ListChainSettings',
    summary: 'Who leads in each industry: the industrial chain, the territorial union, or both',
  })
  @ApiOkResponse({ type: [IndustryChainBody] })
  @Problems(401, 403)
  listChainSettings(@CurrentActor() actor: Actor): Promise<IndustryChain[]> {
    return this.list.run(actor);
  }

  @Post()
  @HttpCode(200)
  @Permit('chains.manage')
  @ApiOperation({ operationId: 'SetChainMode', summary: 'Say who leads in an industry from a day on' })
  @ApiOkResponse({ type: [IndustryChainBody] })
  @Problems(401, 403, 422)
  setChainMode(@CurrentActor() actor: Actor, @Body() body: SetChainModeBody): Promise<IndustryChain[]> {
    const { dualLead = null, unitId = null, note = null } = body;
    return this.set.run(actor, { ...body, dualLead, unitId, note });
  }
}
