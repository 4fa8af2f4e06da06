import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, keyOf, PageQuery, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { CancelUnitChange } from '../use-cases/cancel-unit-change.js';
import { ListUnitChanges } from '../use-cases/list-unit-changes.js';
import { PlanUnitChange } from '../use-cases/plan-unit-change.js';
import { ReviseUnitChange } from '../use-cases/revise-unit-change.js';
import { ScheduleUnitChange } from '../use-cases/schedule-unit-change.js';
import { ShowUnitChange } from '../use-cases/show-unit-change.js';
import { StartUnitChange } from '../use-cases/start-unit-change.js';
import { PlanUnitChangeBody, ScheduleUnitChangeBody } from './bodies.js';
import { ChangeViews } from './change-views.js';
import { planOf } from './plan-of.js';
import { UnitChangeBody, UnitChangePageBody } from './view-bodies.js';

@ApiTags('units')
@Permit('unit.reorganise')
@Controller('api/unit-changes')
export class UnitChangesController {
  constructor(
    private readonly plans: PlanUnitChange,
    private readonly revises: ReviseUnitChange,
    private readonly schedules: ScheduleUnitChange,
    private readonly starts: StartUnitChange,
    private readonly cancels: CancelUnitChange,
    private readonly shows: ShowUnitChange,
    private readonly lists: ListUnitChanges,
    private readonly views: ChangeViews,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'ListUnitChanges', summary: 'Reorganisations below your units, newest first' })
  @ApiOkResponse({ type: UnitChangePageBody })
  @Problems(401, 403, 422)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { cursor, limit = 50 }: PageQuery,
  ): Promise<UnitChangePageBody> {
    const after = keyOf(cursor, /^\S+ [0-9a-f-]{36}$/) ?? null;
    const { items, next } = await this.lists.run(actor, after, limit);
    return { items: items.map(this.views.row), nextCursor: cursorOf(next) };
  }

  @Post()
  @ApiOperation({
    operationId: 'PlanUnitChange',
    summary: 'Plan a reorganisation and see what it would touch',
  })
  @ApiCreatedResponse({ type: UnitChangeBody })
  @Problems(401, 403, 404, 409, 422)
  async plan(@CurrentActor() actor: Actor, @Body() body: PlanUnitChangeBody): Promise<UnitChangeBody> {
    const id = await this.plans.run(actor, planOf(body));
    return this.views.whole(await this.shows.run(actor, id));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'ShowUnitChange', summary: 'One reorganisation: preview, progress, result' })
  @ApiOkResponse({ type: UnitChangeBody })
  @Problems(401, 403, 404)
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UnitChangeBody> {
    return this.views.whole(await this.shows.run(actor, id));
  }

  @Put(':id')
  @ApiOperation({
    operationId: 'ReviseUnitChange',
    summary: 'Change the plan of a reorganisation nothing has touched yet; a time that was set stays set',
  })
  @ApiOkResponse({ type: UnitChangeBody })
  @Problems(401, 403, 404, 409, 422)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PlanUnitChangeBody,
  ): Promise<UnitChangeBody> {
    await this.revises.run(actor, id, version, planOf(body));
    return this.views.whole(await this.shows.run(actor, id));
  }

  @Post(':id/schedule')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'ScheduleUnitChange',
    summary: 'Set the day and hour at which a reorganisation starts by itself, or another one',
  })
  @ApiOkResponse({ type: UnitChangeBody })
  @Problems(401, 403, 404, 409, 422)
  async schedule(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ScheduleUnitChangeBody,
  ): Promise<UnitChangeBody> {
    await this.schedules.run(actor, id, version, new Date(body.at));
    return this.views.whole(await this.shows.run(actor, id));
  }

  @Post(':id/start')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'StartUnitChange',
    summary: 'Start a planned or scheduled reorganisation now',
  })
  @ApiOkResponse({ type: UnitChangeBody })
  @Problems(401, 403, 404, 409, 422)
  async start(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<UnitChangeBody> {
    await this.starts.run(actor, id, version);
    return this.views.whole(await this.shows.run(actor, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'CancelUnitChange',
    summary: 'Give a reorganisation up before the tree changes',
  })
  @ApiOkResponse({ type: UnitChangeBody })
  @Problems(401, 403, 404, 409, 422)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<UnitChangeBody> {
    await this.cancels.run(actor, id, version);
    return this.views.whole(await this.shows.run(actor, id));
  }
}
