import { Body, Controller, Get, type MessageEvent, Put, Query, Req, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { type Actor, briefOf, CurrentActor, Permit, StreamOwners } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { SetWallLimits } from '../use-cases/set-wall-limits.js';
import { ShowWallLimits } from '../use-cases/show-wall-limits.js';
import { WallUnit } from '../use-cases/wall-unit.js';
import { Walls } from '../use-cases/walls.js';
import { SetWallLimitsBody, WallLimitsInForceBody } from './limit-bodies.js';
import { WallBody, wallBody, WallQuery } from './wall-bodies.js';
import { WallStreams } from './wall-streams.js';

@ApiTags('wallboard')
@Controller('api/wallboard')
export class WallboardController {
  constructor(
    private readonly asking: WallUnit,
    private readonly walls: Walls,
    private readonly streams: WallStreams,
    private readonly limits: ShowWallLimits,
    private readonly limitSetting: SetWallLimits,
    private readonly owners: StreamOwners,
  ) {}

  @Get()
  @Permit('numbers.read')
  @ApiOperation({ operationId: 'ShowWall', summary: 'How the line of a unit and all below it stands now' })
  @ApiOkResponse({ type: WallBody })
  @Problems(401, 403, 404, 422, 503)
  async show(@CurrentActor() actor: Actor, @Query() { unitId }: WallQuery): Promise<WallBody> {
    const unit = this.asking.of(actor, unitId);
    const { wall, ...head } = await this.walls.current(unit);
    return { unit: briefOf(unit), place: unit.shortName, ...head, wall: wallBody(wall) };
  }

  @Sse('live')
  @Permit('numbers.read')
  @ApiOperation({
    operationId: 'FollowWall',
    summary:
      'The same as server-sent events: `wall`, then `change` with pieces, or `still`, once a second at most',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @Problems(401, 403, 404, 422, 429, 503)
  follow(
    @CurrentActor() actor: Actor,
    @Query() { unitId }: WallQuery,
    @Req() request: FastifyRequest,
  ): Observable<MessageEvent> {
    return this.streams.follow(actor, this.asking.of(actor, unitId), this.owners.of(request));
  }

  @Get('limits')
  @Permit('numbers.read')
  @ApiOperation({ operationId: 'ShowWallLimits', summary: 'From where on the tiles of a wall warn' })
  @ApiOkResponse({ type: WallLimitsInForceBody })
  @Problems(401, 403, 404, 422)
  showLimits(@CurrentActor() actor: Actor, @Query() { unitId }: WallQuery): Promise<WallLimitsInForceBody> {
    return this.limits.run(actor, unitId);
  }

  @Put('limits')
  @Permit('unit.manage')
  @ApiOperation({
    operationId: 'SetWallLimits',
    summary: 'Set them for a unit and those below without their own, or give them back',
  })
  @ApiOkResponse({ type: WallLimitsInForceBody })
  @Problems(401, 403, 409, 422)
  setLimits(@CurrentActor() actor: Actor, @Body() body: SetWallLimitsBody): Promise<WallLimitsInForceBody> {
    return this.limitSetting.run(actor, body);
  }
}
