import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, PageQuery, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ListAgents } from '../use-cases/list-agents.js';
import { ListenIn } from '../use-cases/listen-in.js';
import { agentKey, AgentPageBody, agentPageBody } from './agent-bodies.js';
import { ListenBody } from './change-bodies.js';

@ApiTags('presence')
@Controller('api/presence/agents')
export class AgentsController {
  constructor(
    private readonly agents: ListAgents,
    private readonly ear: ListenIn,
  ) {}

  @Get()
  @Permit('presence.read')
  @ApiOperation({ operationId: 'ListAgents', summary: 'Who is at the line in my units, unit by unit' })
  @ApiOkResponse({ type: AgentPageBody })
  @Problems(401, 403, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<AgentPageBody> {
    return agentPageBody(await this.agents.run(actor, agentKey(query.cursor), query.limit ?? 100));
  }

  @Post(':id/listen')
  @HttpCode(204)
  @Permit('presence.listen')
  @ApiOperation({ operationId: 'ListenToAgent', summary: 'Hear a talk by my own telephone; audited' })
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422, 503)
  listen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ListenBody,
  ): Promise<void> {
    return this.ear.run(actor, id, 'listen', reason);
  }

  @Post(':id/barge-in')
  @HttpCode(204)
  @Permit('presence.listen')
  @ApiOperation({ operationId: 'BargeIn', summary: 'Join a talk by my own telephone; audited' })
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422, 503)
  bargeIn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ListenBody,
  ): Promise<void> {
    return this.ear.run(actor, id, 'barge-in', reason);
  }
}
