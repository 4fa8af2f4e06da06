import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, cursorOf, keyOf, PageQuery, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ChangeCatalogueDraft } from '../use-cases/change-catalogue-draft.js';
import { DiscardCatalogueDraft } from '../use-cases/discard-catalogue-draft.js';
import { DraftCatalogue } from '../use-cases/draft-catalogue.js';
import { PublishCatalogue } from '../use-cases/publish-catalogue.js';
import { ShowCatalogue } from '../use-cases/show-catalogue.js';
import { ShowCatalogueDrafts } from '../use-cases/show-catalogue-drafts.js';
import {
  CatalogueCheckBody,
  CatalogueDraftBody,
  CatalogueDraftPageBody,
  ChangeCatalogueDraftBody,
  DraftCatalogueBody,
  PublishCatalogueBody,
} from './draft-bodies.js';
import { instantOf, UUID } from './orders.js';
import { CatalogueBody } from './version-bodies.js';

@ApiTags('catalogue')
@Controller('api/catalogue/drafts')
export class CatalogueDraftsController {
  constructor(
    private readonly drafts: ShowCatalogueDrafts,
    private readonly begin: DraftCatalogue,
    private readonly changes: ChangeCatalogueDraft,
    private readonly discards: DiscardCatalogueDraft,
    private readonly publication: PublishCatalogue,
    private readonly catalogue: ShowCatalogue,
  ) {}

  @Get()
  @Permit('catalogue.edit')
  @ApiOperation({ operationId: 'ListCatalogueDrafts', summary: 'Drafts not yet published, newest first' })
  @ApiOkResponse({ type: CatalogueDraftPageBody })
  @Problems(401, 403, 422)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { cursor, limit = 50 }: PageQuery,
  ): Promise<CatalogueDraftPageBody> {
    const page = await this.drafts.list(actor, keyOf(cursor, UUID) ?? null, limit);
    return { items: page.items, nextCursor: cursorOf(page.nextCursor) };
  }

  @Post()
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'DraftCatalogue',
    summary: 'Begin a draft as a copy of a version or of another draft',
  })
  @ApiCreatedResponse({ type: CatalogueDraftBody })
  @Problems(401, 403, 404, 422)
  draft(
    @CurrentActor() actor: Actor,
    @Body() { from, note }: DraftCatalogueBody,
  ): Promise<CatalogueDraftBody> {
    return this.begin.run(actor, { from: from ?? null, note });
  }

  @Get(':id')
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'ShowCatalogueDraft',
    summary: 'A draft with its faults and its newest dry run',
  })
  @ApiOkResponse({ type: CatalogueDraftBody })
  @Problems(401, 403, 404)
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CatalogueDraftBody> {
    return this.drafts.one(actor, id);
  }

  @Put(':id')
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'ChangeCatalogueDraft',
    summary: 'Save a draft whole; faults are told, not refused. Its author, or the national union',
  })
  @ApiOkResponse({ type: CatalogueDraftBody })
  @Problems(401, 403, 404, 409, 422)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { note, effectiveFrom, rules }: ChangeCatalogueDraftBody,
  ): Promise<CatalogueDraftBody> {
    return this.changes.run(actor, id, version, { note, effectiveFrom: instantOf(effectiveFrom), rules });
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('catalogue.edit')
  @ApiOperation({ operationId: 'DiscardCatalogueDraft', summary: 'Put a draft away' })
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422)
  discard(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.discards.run(actor, id, version);
  }

  @Get(':id/check')
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'CheckCatalogue',
    summary: 'What keeps a draft from being published, row by row',
  })
  @ApiOkResponse({ type: CatalogueCheckBody })
  @Problems(401, 403, 404)
  async check(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CatalogueCheckBody> {
    const faults = await this.drafts.check(actor, id);
    return { sound: faults.length === 0, faults };
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Permit('catalogue.edit')
  @ApiOperation({
    operationId: 'PublishCatalogue',
    summary: 'Make a draft the next version; national union only, after a dry run or with a reason for none',
  })
  @ApiOkResponse({ type: CatalogueBody })
  @Problems(401, 403, 404, 409, 422)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { effectiveFrom, note, skipDryRun }: PublishCatalogueBody,
  ): Promise<CatalogueBody> {
    const order = {
      effectiveFrom: instantOf(effectiveFrom),
      note: note ?? null,
      skipReason: skipDryRun ?? null,
    };
    return this.catalogue.one(actor, await this.publication.run(actor, id, version, order));
  }
}
