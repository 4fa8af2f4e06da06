import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { AddFormula } from '../use-cases/add-formula.js';
import { ListCallRows } from '../use-cases/list-call-rows.js';
import { ListFormulas } from '../use-cases/list-formulas.js';
import { ShowCallFigures } from '../use-cases/show-call-figures.js';
import { CallFiguresBody, CountedCallsBody } from './figure-bodies.js';
import { CallFiguresQuery, CountedCallsQuery, FormulaUnitQuery } from './figure-queries.js';
import { AddFormulaBody, FormulasBody } from './formula-bodies.js';

@ApiTags('telephony')
@Problems(401, 403, 404, 422)
@Controller('api')
export class CallFiguresController {
  constructor(
    private readonly formulas: ListFormulas,
    private readonly adding: AddFormula,
    private readonly figures: ShowCallFigures,
    private readonly rows: ListCallRows,
  ) {}

  @Get('call-formulas')
  @Permit('numbers.read')
  @ApiOperation({ operationId: 'ListFormulas', summary: 'How the rates of calls of a unit are counted' })
  @ApiOkResponse({ type: FormulasBody })
  listFormulas(@CurrentActor() actor: Actor, @Query() { unitId }: FormulaUnitQuery): Promise<FormulasBody> {
    return this.formulas.run(actor, unitId);
  }

  @Post('call-formulas')
  @HttpCode(200)
  @Permit('call-formula.edit')
  @ApiOperation({ operationId: 'AddFormula', summary: 'Add a version of a formula; none is ever changed' })
  @ApiOkResponse({ type: FormulasBody })
  async addFormula(@CurrentActor() actor: Actor, @Body() body: AddFormulaBody): Promise<FormulasBody> {
    await this.adding.run(actor, {
      ...body,
      seconds: body.seconds ?? null,
      backwards: body.backwards ?? false,
    });
    return this.formulas.run(actor, body.unitId);
  }

  @Get('call-figures')
  @Permit('numbers.read')
  @ApiOperation({
    operationId: 'ShowCallFigures',
    summary: 'The rates of calls of a unit and a period, each with its definition and what it leaves out',
  })
  @ApiOkResponse({ type: CallFiguresBody })
  showCallFigures(@CurrentActor() actor: Actor, @Query() query: CallFiguresQuery): Promise<CallFiguresBody> {
    return this.figures.run(actor, query);
  }

  @Get('call-figures/rows')
  @Permit('numbers.read')
  @ApiOperation({ operationId: 'ListCountedCalls', summary: 'The calls behind a rate, newest first' })
  @ApiOkResponse({ type: CountedCallsBody })
  listCountedCalls(
    @CurrentActor() actor: Actor,
    @Query() query: CountedCallsQuery,
  ): Promise<CountedCallsBody> {
    return this.rows.run(actor, {
      ...query,
      kind: query.kind ?? 'connection_rate',
      side: query.side ?? 'all',
      cursor: query.cursor ?? null,
      limit: query.limit ?? 50,
    });
  }
}
