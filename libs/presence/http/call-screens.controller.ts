import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { TakeCallScreen } from '../use-cases/take-call-screen.js';
import { ScreenTakenBody, TakeScreenBody } from './change-bodies.js';

@ApiTags('presence')
@Controller('api/presence/calls/:id')
@Permit('presence.own')
export class CallScreensController {
  constructor(private readonly screens: TakeCallScreen) {}

  @Post('screen')
  @HttpCode(200)
  @ApiOperation({ operationId: 'TakeCallScreen', summary: 'Write the call down on this screen of mine' })
  @ApiOkResponse({ type: ScreenTakenBody })
  @Problems(401, 403, 422)
  async takeCallScreen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) callId: string,
    @Body() { screenId, takeOver }: TakeScreenBody,
  ): Promise<ScreenTakenBody> {
    return { here: await this.screens.run(actor, callId, screenId, takeOver ?? false) };
  }
}
