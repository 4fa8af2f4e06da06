import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ChangeDutyRoster } from '../use-cases/change-duty-roster.js';
import { ListDutyRoster } from '../use-cases/list-duty-roster.js';
import { ShowDutyLeader } from '../use-cases/show-duty-leader.js';
import { ChangeDutyRosterBody, DutyLeaderBody, DutyRosterBody } from './duty-bodies.js';
import { rosterChange } from './roster-change.js';

@ApiTags('supervision')
@Problems(401, 403, 404, 422)
@Controller('api/units/:id')
export class DutyController {
  constructor(
    private readonly roster: ListDutyRoster,
    private readonly change: ChangeDutyRoster,
    private readonly leader: ShowDutyLeader,
  ) {}

  @Get('duty-roster')
  @Permit('duty.read')
  @ApiOperation({ operationId: 'ListDutyRoster', summary: 'Who leads the unit when' })
  @ApiOkResponse({ type: DutyRosterBody })
  listDutyRoster(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
  ): Promise<DutyRosterBody> {
    return this.roster.run(actor, unitId);
  }

  @Post('duty-roster')
  @HttpCode(200)
  @Permit('duty.manage')
  @ApiOperation({ operationId: 'ChangeDutyRoster', summary: 'Take lines off the roster and put others on' })
  @ApiOkResponse({ type: DutyRosterBody })
  async changeDutyRoster(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Body() body: ChangeDutyRosterBody,
  ): Promise<DutyRosterBody> {
    await this.change.run(actor, unitId, rosterChange(body));
    return this.roster.run(actor, unitId);
  }

  @Get('duty-leader')
  @Permit('duty.read')
  @ApiOperation({
    operationId: 'ShowDutyLeader',
    summary: 'Who would be told now of something urgent in the unit',
  })
  @ApiOkResponse({ type: DutyLeaderBody })
  showDutyLeader(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
  ): Promise<DutyLeaderBody> {
    return this.leader.run(actor, unitId);
  }
}
