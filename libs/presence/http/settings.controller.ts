import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { PresenceSettingsBook } from '../use-cases/presence-settings-book.js';
import { ChangePresenceSettingsBody, PresenceSettingsBody } from './settings-bodies.js';

@ApiTags('presence')
@Controller('api/presence-settings')
export class PresenceSettingsController {
  constructor(private readonly settings: PresenceSettingsBook) {}

  @Get()
  @Permit('unit.read')
  @ApiOperation({ operationId: 'ShowPresenceSettings', summary: 'Wrap-up, breaks and absence from the desk' })
  @ApiOkResponse({ type: PresenceSettingsBody })
  @Problems(401, 403, 503)
  show(@CurrentActor() actor: Actor): Promise<PresenceSettingsBody> {
    return this.settings.show(actor);
  }

  @Put()
  @Permit('unit.manage')
  @ApiOperation({
    operationId: 'ChangePresenceSettings',
    summary: 'A new dated version; the root’s administrator only',
  })
  @ApiOkResponse({ type: PresenceSettingsBody })
  @Problems(401, 403, 409, 422)
  change(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() { because, ...settings }: ChangePresenceSettingsBody,
  ): Promise<PresenceSettingsBody> {
    return this.settings.change(actor, version, settings, because);
  }
}
