import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { MissedSettingBook } from '../use-cases/missed-setting.js';
import { MissedSettingBody, SetMissedSettingBody } from './missed-bodies.js';

@ApiTags('missed-calls')
@Controller('api/units/:id/missed-call-setting')
export class MissedSettingController {
  constructor(private readonly book: MissedSettingBook) {}

  @Get()
  @Permit('missed-call.read')
  @ApiOperation({ operationId: 'ShowMissedSetting', summary: 'How soon a unit calls back, and how often' })
  @ApiOkResponse({ type: MissedSettingBody })
  @Problems(401, 403, 404, 422)
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) unitId: string): Promise<MissedSettingBody> {
    return this.book.show(actor, unitId);
  }

  @Put()
  @Permit('missed-call.manage')
  @ApiOperation({
    operationId: 'SetMissedSetting',
    summary: 'Set how soon a unit calls back, for new missed calls',
  })
  @ApiOkResponse({ type: MissedSettingBody })
  @Problems(401, 403, 404, 409, 422)
  async set(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Body() { basedOn, ...setting }: SetMissedSettingBody,
  ): Promise<MissedSettingBody> {
    await this.book.set(actor, unitId, basedOn, setting);
    return this.book.show(actor, unitId);
  }
}
