import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { ReadPastedShifts } from '../use-cases/read-pasted-shifts.js';
import { ShowShiftWeek } from '../use-cases/show-shift-week.js';
import { WriteShiftWeek } from '../use-cases/write-shift-week.js';
import {
  PastedShiftsBody,
  PastedWeekBody,
  ShiftWeekBody,
  ShiftWeekParam,
  WriteShiftWeekBody,
} from './shift-bodies.js';

@ApiTags('shifts')
@Problems(401, 403, 404, 422)
@Controller('api/units/:id/shift-weeks/:monday')
export class ShiftsController {
  constructor(
    private readonly showing: ShowShiftWeek,
    private readonly writing: WriteShiftWeek,
    private readonly pasted: ReadPastedShifts,
  ) {}

  @Get()
  @Permit('shift.read')
  @ApiOperation({ operationId: 'ShowShiftWeek', summary: 'Who is to be at the line of a unit in a week' })
  @ApiOkResponse({ type: ShiftWeekBody })
  showShiftWeek(
    @CurrentActor() actor: Actor,
    @Param() { id, monday }: ShiftWeekParam,
  ): Promise<ShiftWeekBody> {
    return this.showing.run(actor, id, monday);
  }

  @Put()
  @Permit('shift.edit')
  @ApiOperation({ operationId: 'WriteShiftWeek', summary: 'Write the days of a week that are not over' })
  @ApiOkResponse({ type: ShiftWeekBody })
  @Problems(409)
  writeShiftWeek(
    @CurrentActor() actor: Actor,
    @Param() { id, monday }: ShiftWeekParam,
    @Body() body: WriteShiftWeekBody,
  ): Promise<ShiftWeekBody> {
    return this.writing.run(actor, { unitId: id, monday, ...body });
  }

  @Post('paste')
  @HttpCode(200)
  @Permit('shift.edit')
  @ApiOperation({
    operationId: 'ReadPastedShifts',
    summary: 'Read a roster copied from a spreadsheet; stores nothing',
  })
  @ApiOkResponse({ type: PastedWeekBody })
  async readPastedShifts(
    @CurrentActor() actor: Actor,
    @Param() { id, monday }: ShiftWeekParam,
    @Body() { text }: PastedShiftsBody,
  ): Promise<PastedWeekBody> {
    const { shifts, faults } = await this.pasted.run(actor, id, monday, text);
    return { shifts: [...shifts], faults: [...faults] };
  }
}
