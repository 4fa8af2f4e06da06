import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ListDuties } from '../use-cases/list-duties.js';
import { DutiesQuery, DutyPageBody } from './duty-bodies.js';

@ApiTags('tickets')
@Controller('api/duties')
export class DutiesController {
  constructor(private readonly list: ListDuties) {}

  @Get()
  @Permit('ticket.read')
  @ApiOperation({
    operationId: 'ListDuties',
    summary: 'What my units owe beside the tickets they hold: rulings, answers to orders, supporting parts',
  })
  @ApiOkResponse({ type: DutyPageBody })
  @Problems(401, 403, 422)
  listDuties(@CurrentActor() actor: Actor, @Query() query: DutiesQuery): Promise<DutyPageBody> {
    return this.list.run(actor, query);
  }
}
