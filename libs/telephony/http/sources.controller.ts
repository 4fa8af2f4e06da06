import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, keyOf, PageQuery, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { AddSource } from '../use-cases/add-source.js';
import { ChangeSource } from '../use-cases/change-source.js';
import { ListSources } from '../use-cases/list-sources.js';
import { ShowSource } from '../use-cases/show-source.js';
import { TestSourceLine } from '../use-cases/test-source-line.js';
import { LineTestBody, SourceDetailBody, SourcePageBody } from './health-bodies.js';
import { AddSourceBody, ChangeSourceBody } from './source-bodies.js';
import { SourceViews } from './source-views.js';

@ApiTags('telephony')
@Controller('api/telephony/sources')
export class SourcesController {
  constructor(
    private readonly views: SourceViews,
    private readonly lists: ListSources,
    private readonly shows: ShowSource,
    private readonly additions: AddSource,
    private readonly changes: ChangeSource,
    private readonly tests: TestSourceLine,
  ) {}

  @Get()
  @Permit('telephony.read')
  @ApiOperation({
    operationId: 'ListSources',
    summary: 'Switchboards of your units and how each is, by name',
  })
  @ApiOkResponse({ type: SourcePageBody })
  @Problems(401, 403, 422)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<SourcePageBody> {
    const { cursor, limit = 50 } = query;
    const { items, next } = await this.lists.run(actor, keyOf(cursor, /^.{1,60}$/), limit);
    return { items: items.map((one) => this.views.of(actor, one)), nextCursor: cursorOf(next) };
  }

  @Get(':id')
  @Permit('telephony.read')
  @ApiOperation({
    operationId: 'ShowSource',
    summary: 'One switchboard: streams, holes, differences from its log',
  })
  @ApiOkResponse({ type: SourceDetailBody })
  @Problems(401, 403, 404, 422)
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SourceDetailBody> {
    return this.views.detail(actor, await this.shows.run(actor, id));
  }

  @Post()
  @Permit('telephony.configure')
  @ApiOperation({ operationId: 'AddSource', summary: 'Connect a switchboard' })
  @ApiCreatedResponse({ type: SourceDetailBody })
  @Problems(401, 403, 409, 422)
  async add(@CurrentActor() actor: Actor, @Body() body: AddSourceBody): Promise<SourceDetailBody> {
    return this.views.detail(actor, await this.additions.run(actor, body));
  }

  @Patch(':id')
  @Permit('telephony.configure')
  @ApiOperation({ operationId: 'ChangeSource', summary: 'Rename, move, disable or enable a switchboard' })
  @ApiOkResponse({ type: SourceDetailBody })
  @Problems(401, 403, 404, 409, 422)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangeSourceBody,
  ): Promise<SourceDetailBody> {
    return this.views.detail(actor, await this.changes.run(actor, id, version, body));
  }

  @Post(':id/test')
  @HttpCode(200)
  @Permit('telephony.configure')
  @ApiOperation({ operationId: 'TestSourceLine', summary: 'Sign in now, ask for the queues, hang up' })
  @ApiOkResponse({ type: LineTestBody })
  @Problems(401, 403, 404, 422)
  test(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LineTestBody> {
    return this.tests.run(actor, id);
  }
}
