import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Omissible, Problems } from '@hotline/platform';
import { ListCalendars } from '../use-cases/list-calendars.js';
import { ShowCalendarYear } from '../use-cases/show-calendar-year.js';
import { ShowCalendar } from '../use-cases/show-calendar.js';
import { ShowRecomputation } from '../use-cases/show-recomputation.js';
import { CalendarBody, CalendarCardBody } from './calendar-bodies.js';
import { CalendarYearBody, LatestRecomputationBody } from './year-bodies.js';

const EDITIONS = ['published', 'draft'] as const;

export class CalendarYearQuery {
  @ApiPropertyOptional({ enum: EDITIONS, default: 'published' })
  @Omissible()
  @IsIn(EDITIONS)
  of?: (typeof EDITIONS)[number];
}

@ApiTags('calendars')
@Controller('api/calendars')
@Permit('calendar.read')
export class CalendarsController {
  constructor(
    private readonly lists: ListCalendars,
    private readonly calendars: ShowCalendar,
    private readonly years: ShowCalendarYear,
    private readonly recomputations: ShowRecomputation,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'ListCalendars',
    summary: 'Every calendar, with what it knows and who works by it',
  })
  @ApiOkResponse({ type: [CalendarCardBody] })
  @Problems(401, 403)
  list(@CurrentActor() actor: Actor): Promise<CalendarCardBody[]> {
    return this.lists.run(actor);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'ShowCalendar', summary: 'One calendar with its versions and its draft' })
  @ApiOkResponse({ type: CalendarBody })
  @Problems(401, 403, 404)
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CalendarBody> {
    return this.calendars.run(actor, id);
  }

  @Get(':id/years/:year')
  @ApiOperation({
    operationId: 'ShowCalendarYear',
    summary: 'The days of one year; a year whose plan is not published has none',
  })
  @ApiOkResponse({ type: CalendarYearBody })
  @Problems(401, 403, 404, 422)
  async year(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('year', ParseIntPipe) year: number,
    @Query() { of = 'published' }: CalendarYearQuery,
  ): Promise<CalendarYearBody> {
    const { days, ...rest } = await this.years.run(actor, id, year, of === 'draft');
    return { ...rest, days: [...days] };
  }

  @Get(':id/recomputation')
  @ApiOperation({
    operationId: 'ShowRecomputation',
    summary: 'How far the provisional deadlines of the year published last have come',
  })
  @ApiOkResponse({ type: LatestRecomputationBody })
  @Problems(401, 403)
  async recomputation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
  ): Promise<LatestRecomputationBody> {
    return { latest: await this.recomputations.run(actor, id) };
  }
}
