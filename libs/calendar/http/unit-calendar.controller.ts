import { Body, Controller, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { AssignCalendar } from '../use-cases/assign-calendar.js';
import { AssignCalendarBody, AssignedCalendarBody } from './calendar-bodies.js';

@ApiTags('calendars')
@Controller('api/units/:id/calendar')
export class UnitCalendarController {
  constructor(private readonly assignments: AssignCalendar) {}

  @Put()
  @Permit('unit.manage')
  @ApiOperation({
    operationId: 'AssignCalendar',
    summary: 'Let a unit, and the units below it, work by another calendar from now on',
  })
  @ApiOkResponse({ type: AssignedCalendarBody })
  @Problems(401, 403, 404, 409, 422)
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @IfMatch() version: number,
    @Body() order: AssignCalendarBody,
  ): Promise<AssignedCalendarBody> {
    return this.assignments.run(actor, unitId, version, order);
  }
}
