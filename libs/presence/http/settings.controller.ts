import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { PresenceSettingsBook } from '../use-cases/presence-settings-book.js';
import { PreviewPresenceSettings } from '../use-cases/preview-presence-settings.js';
import { PresenceSettingsEffectBody } from './effect-bodies.js';
import {
  ChangePresenceSettingsBody,
  PresenceSettingsBody,
  presenceSettingsBody,
  PresenceSettingsQuery,
  PreviewPresenceSettingsBody,
} from './settings-bodies.js';

@ApiTags('presence')
@Controller('api/presence-settings')
export class PresenceSettingsController {
  constructor(
    private readonly settings: PresenceSettingsBook,
    private readonly previews: PreviewPresenceSettings,
  ) {}

  @Get()
  @Permit('unit.read')
  @ApiOperation({
    operationId: 'ShowPresenceSettings',
    summary: 'Wrap-up, breaks and absence from the desk: what holds for a unit, and whose word it is',
  })
  @ApiOkResponse({ type: PresenceSettingsBody })
  @Problems(401, 403, 404, 422, 503)
  async show(
    @CurrentActor() actor: Actor,
    @Query() { unitId }: PresenceSettingsQuery,
  ): Promise<PresenceSettingsBody> {
    return presenceSettingsBody(await this.settings.show(actor, unitId));
  }

  @Put()
  @Permit('unit.manage')
  @ApiOperation({
    operationId: 'ChangePresenceSettings',
    summary: 'A new dated version of a unit’s own, or back to those of the unit above',
  })
  @ApiOkResponse({ type: PresenceSettingsBody })
  @Problems(401, 403, 404, 409, 422)
  async change(
    @CurrentActor() actor: Actor,
    @Body() change: ChangePresenceSettingsBody,
  ): Promise<PresenceSettingsBody> {
    return presenceSettingsBody(await this.settings.change(actor, change));
  }

  @Post('preview')
  @HttpCode(200)
  @Permit('unit.manage')
  @ApiOperation({
    operationId: 'PreviewPresenceSettings',
    summary: 'What a change would change, and for whom; nothing is written',
  })
  @ApiOkResponse({ type: PresenceSettingsEffectBody })
  @Problems(401, 403, 404, 422)
  preview(
    @CurrentActor() actor: Actor,
    @Body() { unitId, settings }: PreviewPresenceSettingsBody,
  ): Promise<PresenceSettingsEffectBody> {
    return this.previews.run(actor, unitId, settings);
  }
}
