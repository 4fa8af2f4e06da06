import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ListNumberRows } from '../use-cases/list-number-rows.js';
import { ListRestatedDays } from '../use-cases/list-restated-days.js';
import { ListTiles } from '../use-cases/list-tiles.js';
import { ShowNumbersByChild } from '../use-cases/show-numbers-by-child.js';
import { ShowNumbers } from '../use-cases/show-numbers.js';
import { NumbersBody } from './bodies.js';
import { MetricParam, NumberRowsQuery, NumbersQuery, TilesQuery } from './queries.js';
import { RestatedDaysBody } from './restated-bodies.js';
import { ChildNumbersBody, NumberRowsBody, TileBody } from './row-bodies.js';

@ApiTags('numbers')
@Controller('api/numbers')
@Permit('numbers.read')
export class NumbersController {
  constructor(
    private readonly numbers: ShowNumbers,
    private readonly byChild: ShowNumbersByChild,
    private readonly tiles: ListTiles,
    private readonly rows: ListNumberRows,
    private readonly restated: ListRestatedDays,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'ShowNumbers', summary: 'The numbers of a unit and a period' })
  @ApiOkResponse({ type: NumbersBody })
  @Problems(401, 403, 404, 422)
  show(@CurrentActor() actor: Actor, @Query() query: NumbersQuery): Promise<NumbersBody> {
    return this.numbers.run(actor, query);
  }

  @Get('children')
  @ApiOperation({ operationId: 'ShowNumbersByChild', summary: 'The numbers of the units directly below' })
  @ApiOkResponse({ type: [ChildNumbersBody] })
  @Problems(401, 403, 404, 422)
  children(@CurrentActor() actor: Actor, @Query() query: NumbersQuery): Promise<ChildNumbersBody[]> {
    return this.byChild.run(actor, query);
  }

  @Get('tiles')
  @ApiOperation({ operationId: 'ListTiles', summary: 'One number on the grid of the 34 provinces' })
  @ApiOkResponse({ type: [TileBody] })
  @Problems(401, 403, 404, 422)
  listTiles(@CurrentActor() actor: Actor, @Query() { metric, ...period }: TilesQuery): Promise<TileBody[]> {
    return this.tiles.run(actor, metric ?? 'on-time', period);
  }

  @Get(':metric/restated-days')
  @ApiOperation({
    operationId: 'ListRestatedDays',
    summary: 'Days that say something else now than when they were frozen',
  })
  @ApiOkResponse({ type: RestatedDaysBody })
  @Problems(401, 403, 404, 422)
  listRestatedDays(
    @CurrentActor() actor: Actor,
    @Param() { metric }: MetricParam,
    @Query() question: NumbersQuery,
  ): Promise<RestatedDaysBody> {
    return this.restated.run(actor, metric, question);
  }

  @Get(':metric/rows')
  @ApiOperation({ operationId: 'ListNumberRows', summary: 'The rows behind a number, newest first' })
  @ApiOkResponse({ type: NumberRowsBody })
  @Problems(401, 403, 404, 422)
  listRows(
    @CurrentActor() actor: Actor,
    @Param() { metric }: MetricParam,
    @Query() { result, cursor, limit, ...question }: NumberRowsQuery,
  ): Promise<NumberRowsBody> {
    const order = {
      ...question,
      metric,
      result: result ?? 'all',
      cursor: cursor ?? null,
      limit: limit ?? 50,
    };
    return this.rows.run(actor, order);
  }
}
