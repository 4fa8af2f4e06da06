import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { DialledCallBody } from '@hotline/presence';
import { DialledForDuty } from '../use-cases/dialled-for-duty.js';
import { DutyDesk } from '../use-cases/duty-desk.js';
import { ListMissedCalls } from '../use-cases/list-missed-calls.js';
import { ShowMissedFigures } from '../use-cases/missed-figures.js';
import { RevealMissedNumber } from '../use-cases/reveal-missed-number.js';
import {
  MissedCallBody,
  MissedCallsBody,
  MissedCallsQuery,
  MissedCountsBody,
  MissedFiguresBody,
  MissedFiguresQuery,
  MissedNumberBody,
  MissedUnitQuery,
  RecordCallBackAttemptBody,
  RevealMissedNumberBody,
} from './missed-bodies.js';

@ApiTags('missed-calls')
@Controller('api/missed-calls')
export class MissedCallsController {
  constructor(
    private readonly list: ListMissedCalls,
    private readonly desk: DutyDesk,
    private readonly reveal: RevealMissedNumber,
    private readonly figures: ShowMissedFigures,
    private readonly dialled: DialledForDuty,
  ) {}

  @Get()
  @Permit('missed-call.read')
  @ApiOperation({
    operationId: 'ListMissedCalls',
    summary: 'Numbers to call back, what is due first in front',
  })
  @ApiOkResponse({ type: MissedCallsBody })
  @Problems(401, 403, 404, 422)
  listMissedCalls(@CurrentActor() actor: Actor, @Query() query: MissedCallsQuery): Promise<MissedCallsBody> {
    const { view = 'open', unitId, reason = null, cursor = null, limit = 50 } = query;
    return this.list.run(actor, { view, unitId, reason, cursor, limit });
  }

  @Get('counts')
  @Permit('missed-call.read')
  @ApiOperation({ operationId: 'CountMissedCalls', summary: 'How many wait to be called back' })
  @ApiOkResponse({ type: MissedCountsBody })
  @Problems(401, 403, 404, 422)
  countMissedCalls(
    @CurrentActor() actor: Actor,
    @Query() { unitId }: MissedUnitQuery,
  ): Promise<MissedCountsBody> {
    return this.list.counts(actor, unitId);
  }

  @Get('figures')
  @Permit('missed-call.read')
  @ApiOperation({ operationId: 'ShowMissedFigures', summary: 'What became of the missed calls of a period' })
  @ApiOkResponse({ type: MissedFiguresBody })
  @Problems(401, 403, 404, 422)
  showMissedFigures(
    @CurrentActor() actor: Actor,
    @Query() query: MissedFiguresQuery,
  ): Promise<MissedFiguresBody> {
    return this.figures.run(actor, query);
  }

  @Get(':id/dialled-calls')
  @Permit('missed-call.handle')
  @ApiOperation({
    operationId: 'ListMissedCallDials',
    summary: 'Calls I have dialled for this number within a day, newest first',
  })
  @ApiOkResponse({ type: [DialledCallBody] })
  @Problems(401, 403, 404)
  listMissedCallDials(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DialledCallBody[]> {
    return this.dialled.list(actor, id);
  }

  @Post(':id/taking')
  @HttpCode(200)
  @Permit('missed-call.handle')
  @ApiOperation({ operationId: 'TakeMissedCall', summary: 'Take a number to call back' })
  @ApiOkResponse({ type: MissedCallBody })
  @Problems(401, 403, 404, 409, 422)
  async takeMissedCall(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MissedCallBody> {
    await this.desk.take(actor, id, version);
    return this.list.one(actor, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Permit('missed-call.handle')
  @ApiOperation({ operationId: 'ReleaseMissedCall', summary: 'Give a number back for others' })
  @ApiOkResponse({ type: MissedCallBody })
  @Problems(401, 403, 404, 409, 422)
  async releaseMissedCall(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MissedCallBody> {
    await this.desk.release(actor, id, version);
    return this.list.one(actor, id);
  }

  @Post(':id/attempts')
  @HttpCode(200)
  @Permit('missed-call.handle')
  @ApiOperation({ operationId: 'RecordMissedCall', summary: 'Say what came of calling back' })
  @ApiOkResponse({ type: MissedCallBody })
  @Problems(401, 403, 404, 409, 422)
  async recordMissedCall(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { outcome, note }: RecordCallBackAttemptBody,
  ): Promise<MissedCallBody> {
    await this.desk.record(actor, id, version, { outcome, note: note ?? null });
    return this.list.one(actor, id);
  }

  @Post(':id/number')
  @HttpCode(200)
  @Permit('identity.reveal')
  @ApiOperation({
    operationId: 'RevealMissedNumber',
    summary: 'The number one has taken to call back, for a reason; recorded, at most 30 an hour',
  })
  @ApiOkResponse({ type: MissedNumberBody })
  @Problems(401, 403, 404, 409, 422, 429)
  revealMissedNumber(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RevealMissedNumberBody,
  ): Promise<MissedNumberBody> {
    return this.reveal.run(actor, id, reason);
  }
}
