import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refuse } from '@hotline/kernel';
import { IfMatch, Problems } from '@hotline/platform';
import { UnitTree } from '../data/unit-tree.js';
import type { Actor } from '../domain/actor.js';
import { AddUnit } from '../use-cases/add-unit.js';
import { ChangeUnit } from '../use-cases/change-unit.js';
import { ListUnits } from '../use-cases/list-units.js';
import { cursorOf, keyOf } from './cursor.js';
import { CurrentActor, Permit } from './permit.js';
import {
  AddUnitBody,
  ChangeUnitBody,
  UnitPageBody,
  UnitPathQuery,
  UnitsQuery,
  UnitViewBody,
} from './unit-bodies.js';
import { UnitViews } from './unit-views.js';

@ApiTags('units')
@Controller('api/units')
export class UnitsController {
  constructor(
    private readonly tree: UnitTree,
    private readonly views: UnitViews,
    private readonly lists: ListUnits,
    private readonly additions: AddUnit,
    private readonly changes: ChangeUnit,
  ) {}

  @Get()
  @Permit('unit.read')
  @ApiOperation({ operationId: 'ListUnits', summary: 'Search the union tree, or walk it level by level' })
  @ApiOkResponse({ type: UnitPageBody })
  @Problems(401, 403, 422)
  list(@Query() { q, parentId, cursor, limit = 50 }: UnitsQuery): UnitPageBody {
    const after = keyOf(cursor, /^([a-z0-9]+\/)+$/);
    const { items, next } = this.lists.run({ q, parentId, after, limit });
    return { items: items.map(this.views.of), nextCursor: cursorOf(next) };
  }

  @Get('by-path')
  @Permit('unit.read')
  @ApiOperation({
    operationId: 'FindUnitByPath',
    summary: 'The unit that has this path, or once had it: old links and explanations stay readable',
  })
  @ApiOkResponse({ type: UnitViewBody })
  @Problems(401, 403, 404, 422)
  findByPath(@Query() { path }: UnitPathQuery): UnitViewBody {
    return this.views.of(this.tree.withPath(path) ?? refuse('not-found'));
  }

  @Get(':id')
  @Permit('unit.read')
  @ApiOperation({ operationId: 'ShowUnit', summary: 'One unit with the chain above it' })
  @ApiOkResponse({ type: UnitViewBody })
  @Problems(401, 403, 404)
  show(@Param('id', ParseUUIDPipe) id: string): UnitViewBody {
    return this.views.of(this.tree.find(id) ?? refuse('not-found'));
  }

  @Post()
  @Permit('unit.manage')
  @ApiOperation({
    operationId: 'AddUnit',
    summary: 'Add a township or enterprise union below one of your units',
  })
  @ApiCreatedResponse({ type: UnitViewBody })
  @Problems(401, 403, 409, 422)
  async add(@CurrentActor() actor: Actor, @Body() body: AddUnitBody): Promise<UnitViewBody> {
    return this.views.of(await this.additions.run(actor, body));
  }

  @Patch(':id')
  @Permit('unit.manage')
  @ApiOperation({ operationId: 'ChangeUnit', summary: 'Rename, close or reopen one of your units' })
  @ApiOkResponse({ type: UnitViewBody })
  @Problems(401, 403, 404, 409, 422)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangeUnitBody,
  ): Promise<UnitViewBody> {
    return this.views.of(await this.changes.run(actor, id, version, body));
  }
}
