import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, keyOf, PageQuery, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { CompareCatalogues } from '../use-cases/compare-catalogues.js';
import { RollBackCatalogue } from '../use-cases/roll-back-catalogue.js';
import { ShowCatalogue } from '../use-cases/show-catalogue.js';
import { COUNT, instantOf } from './orders.js';
import {
  CatalogueBody,
  CatalogueVersionPageBody,
  ComparisonBody,
  ComparisonQuery,
  RollBackCatalogueBody,
} from './version-bodies.js';

@ApiTags('catalogue')
@Controller('api/catalogue')
export class CatalogueController {
  constructor(
    private readonly catalogue: ShowCatalogue,
    private readonly comparison: CompareCatalogues,
    private readonly rollback: RollBackCatalogue,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @ApiOperation({
    operationId: 'ListCatalogueVersions',
    summary: 'Published versions of the dispatch catalogue, newest first, without their rules',
  })
  @ApiOkResponse({ type: CatalogueVersionPageBody })
  @Problems(401, 403, 422)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { cursor, limit = 50 }: PageQuery,
  ): Promise<CatalogueVersionPageBody> {
    const before = keyOf(cursor, COUNT);
    const page = await this.catalogue.list(actor, before === undefined ? null : Number(before), limit);
    return { items: page.items, nextCursor: cursorOf(page.nextCursor) };
  }

  @Get('comparison')
  @Permit('catalogue.read')
  @ApiOperation({
    operationId: 'CompareCatalogues',
    summary: 'Rules added, removed and changed between two versions or drafts',
  })
  @ApiOkResponse({ type: ComparisonBody })
  @Problems(401, 403, 404, 422)
  compare(@CurrentActor() actor: Actor, @Query() { from, to }: ComparisonQuery): Promise<ComparisonBody> {
    return this.comparison.run(actor, from, to);
  }

  @Get(':version')
  @Permit('catalogue.read')
  @ApiOperation({ operationId: 'ShowCatalogue', summary: 'One version of the dispatch catalogue' })
  @ApiOkResponse({ type: CatalogueBody })
  @Problems(401, 403, 404)
  one(@CurrentActor() actor: Actor, @Param('version', ParseIntPipe) version: number): Promise<CatalogueBody> {
    return this.catalogue.one(actor, version);
  }

  @Post(':version/rollback')
  @HttpCode(200)
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'RollBackCatalogue',
    summary: 'Publish an older version once more as the newest; national union only',
  })
  @ApiOkResponse({ type: CatalogueBody })
  @Problems(401, 403, 404, 422)
  async rollBack(
    @CurrentActor() actor: Actor,
    @Param('version', ParseIntPipe) version: number,
    @Body() { note, effectiveFrom }: RollBackCatalogueBody,
  ): Promise<CatalogueBody> {
    const published = await this.rollback.run(actor, version, note, instantOf(effectiveFrom));
    return this.catalogue.one(actor, published);
  }
}
