import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { SetStaffing } from '../use-cases/set-staffing.js';
import { ShowStaffing } from '../use-cases/show-staffing.js';
import { SetStaffingBody, StaffingDayBody, StaffingQuery, StaffingSettingBody } from './staffing-bodies.js';

@ApiTags('staffing')
@Problems(401, 403, 404, 422)
@Controller('api')
export class StaffingController {
  constructor(
    private readonly showing: ShowStaffing,
    private readonly setting: SetStaffing,
  ) {}

  @Get('staffing')
  @Permit('staffing.read')
  @ApiOperation({ operationId: 'ShowStaffing', summary: 'How many agents each interval of a day takes' })
  @ApiOkResponse({ type: StaffingDayBody })
  showStaffing(@CurrentActor() actor: Actor, @Query() query: StaffingQuery): Promise<StaffingDayBody> {
    return this.showing.run(actor, query);
  }

  @Put('units/:id/staffing-setting')
  @Permit('staffing.edit')
  @ApiOperation({
    operationId: 'SetStaffing',
    summary: 'Set target, shrinkage and weeks of the staffing of a unit',
  })
  @ApiOkResponse({ type: StaffingSettingBody })
  @Problems(409)
  setStaffing(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Body() { basedOn, ...setting }: SetStaffingBody,
  ): Promise<StaffingSettingBody> {
    return this.setting.run(actor, unitId, basedOn, setting);
  }
}
