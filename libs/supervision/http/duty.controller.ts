import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ChangeDutyRoster } from '../use-cases/change-duty-roster.js';
import { ListDutyRoster } from '../use-cases/list-duty-roster.js';
import { ShowDutyLeader } from '../use-cases/show-duty-leader.js';
import { ListDutyPeople } from '../use-cases/list-duty-people.js';
import { RevealDutyPhone } from '../use-cases/reveal-duty-phone.js';
import { ShowDutyWeek } from '../use-cases/show-duty-week.js';
import { ChangeDutyRosterBody, DutyLeaderBody, DutyRosterBody } from './duty-bodies.js';
import {
  DutyPeopleQuery,
  DutyPersonBody,
  DutyPhoneBody,
  DutyWeekBody,
  DutyWeekQuery,
  RevealDutyPhoneBody,
} from './duty-week-bodies.js';
import { rosterChange } from './roster-change.js';

@ApiTags('supervision')
@Problems(401, 403, 404, 422)
@Controller('api/units/:id')
export class DutyController {
  constructor(
    private readonly roster: ListDutyRoster,
    private readonly change: ChangeDutyRoster,
    private readonly leader: ShowDutyLeader,
    private readonly week: ShowDutyWeek,
    private readonly people: ListDutyPeople,
    private readonly phone: RevealDutyPhone,
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

  @Get('duty-week')
  @Permit('duty.read')
  @ApiOperation({ operationId: 'ShowDutyWeek', summary: 'Seven days of the roster, and when nobody leads' })
  @ApiOkResponse({ type: DutyWeekBody })
  showDutyWeek(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Query() { from }: DutyWeekQuery,
  ): Promise<DutyWeekBody> {
    return this.week.run(actor, unitId, from);
  }

  @Get('duty-people')
  @Permit('duty.manage')
  @ApiOperation({ operationId: 'ListDutyPeople', summary: 'Who may be put on the roster of the unit' })
  @ApiOkResponse({ type: [DutyPersonBody] })
  listDutyPeople(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Query() { q }: DutyPeopleQuery,
  ): Promise<DutyPersonBody[]> {
    return this.people.run(actor, unitId, q ?? '');
  }

  @Post('duty-leader/phone')
  @HttpCode(200)
  @Permit('duty.call')
  @ApiOperation({
    operationId: 'RevealDutyPhone',
    summary: 'The number of the leader on duty now, for a written reason',
  })
  @ApiOkResponse({ type: DutyPhoneBody })
  revealDutyPhone(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Body() { reason }: RevealDutyPhoneBody,
  ): Promise<DutyPhoneBody> {
    return this.phone.run(actor, unitId, reason);
  }
}
