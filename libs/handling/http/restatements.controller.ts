import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ListProvisionalClocks } from '../use-cases/list-provisional-clocks.js';
import { ListRestatements } from '../use-cases/list-restatements.js';
import {
  ProvisionalPageBody,
  ProvisionalQuery,
  RestatementPageBody,
  RestatementsQuery,
} from './restatement-bodies.js';

@ApiTags('calendars')
@Controller('api')
@Permit('calendar.read')
export class RestatementsController {
  constructor(
    private readonly provisional: ListProvisionalClocks,
    private readonly restatements: ListRestatements,
  ) {}

  @Get('provisional-clocks')
  @ApiOperation({
    operationId: 'ListProvisionalClocks',
    summary: 'Deadlines that reach a year whose plan is not published, nearest first',
  })
  @ApiOkResponse({ type: ProvisionalPageBody })
  @Problems(401, 403, 422)
  listProvisional(
    @CurrentActor() actor: Actor,
    @Query() query: ProvisionalQuery,
  ): Promise<ProvisionalPageBody> {
    return this.provisional.run(actor, query);
  }

  @Get('restatements')
  @ApiOperation({
    operationId: 'ListRestatements',
    summary: 'Deadlines changed after they had been promised, newest change first',
  })
  @ApiOkResponse({ type: RestatementPageBody })
  @Problems(401, 403, 422)
  listRestatements(
    @CurrentActor() actor: Actor,
    @Query() query: RestatementsQuery,
  ): Promise<RestatementPageBody> {
    return this.restatements.run(actor, query);
  }
}
