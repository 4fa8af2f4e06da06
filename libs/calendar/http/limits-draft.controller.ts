import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { CheckLimits } from '../use-cases/check-limits.js';
import { DraftLimits } from '../use-cases/draft-limits.js';
import { ListLimits } from '../use-cases/list-limits.js';
import { PublishLimits } from '../use-cases/publish-limits.js';
import {
  DraftLimitsBody,
  LimitsCheckBody,
  LimitsMatrixBody,
  LimitsShelfBody,
  ofRowBody,
  PublishLimitsBody,
} from './limits-bodies.js';
import { shelfBody } from './limits-shelf.js';
import { faultBodies } from './fault-bodies.js';

@ApiTags('limits')
@Controller('api/limits/draft')
@Permit('limits.edit')
export class LimitsDraftController {
  constructor(
    private readonly drafts: DraftLimits,
    private readonly checks: CheckLimits,
    private readonly publications: PublishLimits,
    private readonly lists: ListLimits,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'DraftLimits', summary: 'Open the draft of the next matrix' })
  @ApiCreatedResponse({ type: LimitsShelfBody })
  @Problems(401, 403, 404, 409, 422)
  async open(@CurrentActor() actor: Actor, @Body() { basedOn }: DraftLimitsBody): Promise<LimitsShelfBody> {
    await this.drafts.open(actor, basedOn);
    return this.shelf(actor);
  }

  @Put()
  @ApiOperation({ operationId: 'ChangeLimitsDraft', summary: 'Save the draft, wrong or right' })
  @ApiOkResponse({ type: LimitsShelfBody })
  @Problems(401, 403, 404, 409, 422)
  async change(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() { rows, maxExtensions }: LimitsMatrixBody,
  ): Promise<LimitsShelfBody> {
    await this.drafts.change(actor, version, { rows: rows.map(ofRowBody), maxExtensions });
    return this.shelf(actor);
  }

  @Delete()
  @ApiOperation({ operationId: 'DiscardLimitsDraft', summary: 'Throw the draft away' })
  @ApiOkResponse({ type: LimitsShelfBody })
  @Problems(401, 403, 404, 409, 422)
  async discard(@CurrentActor() actor: Actor, @IfMatch() version: number): Promise<LimitsShelfBody> {
    await this.drafts.discard(actor, version);
    return this.shelf(actor);
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'CheckLimits',
    summary: 'What keeps the draft from being published, row by row',
  })
  @ApiOkResponse({ type: LimitsCheckBody })
  @Problems(401, 403, 404)
  async check(@CurrentActor() actor: Actor): Promise<LimitsCheckBody> {
    return { faults: faultBodies(await this.checks.run(actor)) };
  }

  @Post('publish')
  @HttpCode(200)
  @ApiOperation({ operationId: 'PublishLimits', summary: 'Put the draft into force from a day on' })
  @ApiOkResponse({ type: LimitsShelfBody })
  @Problems(401, 403, 404, 409, 422)
  async publish(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() { effectiveFrom, note }: PublishLimitsBody,
  ): Promise<LimitsShelfBody> {
    await this.publications.run(actor, version, effectiveFrom, note);
    return this.shelf(actor);
  }

  private async shelf(actor: Actor): Promise<LimitsShelfBody> {
    return shelfBody(await this.lists.run(actor));
  }
}
