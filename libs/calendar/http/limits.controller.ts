import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock } from '@hotline/kernel';
import { type Actor, CurrentActor, Permit, SignedIn } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { RuleBook } from '../data/rule-book.js';
import { CheckLimits } from '../use-cases/check-limits.js';
import { ListLimits } from '../use-cases/list-limits.js';
import {
  CompareLimitsQuery,
  LimitRowBody,
  LimitsComparisonBody,
  LimitsShelfBody,
  toChangeBody,
  toRowBody,
} from './limits-bodies.js';
import { shelfBody } from './limits-shelf.js';

class LimitsView {
  @ApiProperty()
  version!: number;
  @ApiProperty()
  id!: string;
  @ApiProperty({ format: 'date', description: 'Day in Asia/Shanghai' })
  effectiveFrom!: string;
  @ApiProperty({ description: 'Extensions a ticket may be granted' })
  maxExtensions!: number;
  @ApiProperty({ type: [LimitRowBody] })
  rows!: LimitRowBody[];
}

@ApiTags('limits')
@Controller('api/limits')
export class LimitsController {
  constructor(
    private readonly rules: RuleBook,
    private readonly clock: Clock,
    private readonly lists: ListLimits,
    private readonly checks: CheckLimits,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'ShowLimits', summary: 'The limits in force, row by row' })
  @ApiOkResponse({ type: LimitsView })
  @Problems(401)
  show(): LimitsView {
    const { version, id, effectiveFrom, maxExtensions, rows } = this.rules.presetAt(this.clock.now());
    return { version, id, effectiveFrom, maxExtensions, rows: rows.map(toRowBody) };
  }

  @Get('versions')
  @Permit('calendar.read')
  @ApiOperation({
    operationId: 'ListLimits',
    summary: 'All matrices, past, in force and coming, and the draft',
  })
  @ApiOkResponse({ type: LimitsShelfBody })
  @Problems(401, 403)
  async list(@CurrentActor() actor: Actor): Promise<LimitsShelfBody> {
    return shelfBody(await this.lists.run(actor));
  }

  @Get('comparison')
  @Permit('calendar.read')
  @ApiOperation({
    operationId: 'CompareLimits',
    summary: 'What differs between two matrices, or one and the draft',
  })
  @ApiOkResponse({ type: LimitsComparisonBody })
  @Problems(401, 403, 404, 422)
  async compare(
    @CurrentActor() actor: Actor,
    @Query() { from, to }: CompareLimitsQuery,
  ): Promise<LimitsComparisonBody> {
    const found = await this.checks.compare(actor, from, to);
    return { ...found, rows: found.rows.map(toChangeBody) };
  }
}
