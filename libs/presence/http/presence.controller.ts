import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { ChooseState } from '../use-cases/choose-state.js';
import { ShowOwnLine } from '../use-cases/show-own-line.js';
import { ShowPresence } from '../use-cases/show-presence.js';
import { SignOffLine } from '../use-cases/sign-off-line.js';
import { SignOnLine } from '../use-cases/sign-on-line.js';
import { WriteUp } from '../use-cases/write-up.js';
import { aimOf, ChooseNextBody, ChooseStateBody, nextOf } from './change-bodies.js';
import { OwnLineBody } from './own-line-body.js';
import { OwnPresenceBody } from './presence-bodies.js';

@ApiTags('presence')
@Controller('api/presence')
@Permit('presence.own')
export class PresenceController {
  constructor(
    private readonly presence: ShowPresence,
    private readonly signOn: SignOnLine,
    private readonly signOff: SignOffLine,
    private readonly choice: ChooseState,
    private readonly writeUp: WriteUp,
    private readonly ownLine: ShowOwnLine,
  ) {}

  @Get('me')
  @ApiOperation({ operationId: 'ShowPresence', summary: 'My state at the line, my telephone and my call' })
  @ApiOkResponse({ type: OwnPresenceBody })
  @Problems(401, 403)
  me(@CurrentActor() actor: Actor): Promise<OwnPresenceBody> {
    return this.presence.run(actor);
  }

  @Get('line')
  @ApiOperation({
    operationId: 'ShowOwnLine',
    summary: 'Who waits in my queues, and how those beside me are',
  })
  @ApiOkResponse({ type: OwnLineBody })
  @Problems(401, 403)
  line(@CurrentActor() actor: Actor): Promise<OwnLineBody> {
    return this.ownLine.run(actor);
  }

  @Post('sign-in')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'SignOnLine',
    summary: 'Sign in at the line; without a telephone to log by hand',
  })
  @ApiOkResponse({ type: OwnPresenceBody })
  @Problems(401, 403, 409, 422)
  async signIn(@CurrentActor() actor: Actor, @IfMatch() version: number): Promise<OwnPresenceBody> {
    await this.signOn.run(actor, version);
    return this.presence.run(actor);
  }

  @Post('sign-out')
  @HttpCode(200)
  @ApiOperation({ operationId: 'SignOffLine', summary: 'Sign out from the line; not during a call' })
  @ApiOkResponse({ type: OwnPresenceBody })
  @Problems(401, 403, 409, 422)
  async signOut(@CurrentActor() actor: Actor, @IfMatch() version: number): Promise<OwnPresenceBody> {
    await this.signOff.run(actor, version);
    return this.presence.run(actor);
  }

  @Post('state')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'ChooseState',
    summary: 'Ready, a break, training, outbound; while I talk it is kept for afterwards',
  })
  @ApiOkResponse({ type: OwnPresenceBody })
  @Problems(401, 403, 409, 422)
  async state(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ChooseStateBody,
  ): Promise<OwnPresenceBody> {
    await this.choice.now(actor, version, aimOf(body));
    return this.presence.run(actor);
  }

  @Post('next')
  @HttpCode(200)
  @ApiOperation({ operationId: 'ChooseNextState', summary: 'What comes after the call or the wrap-up' })
  @ApiOkResponse({ type: OwnPresenceBody })
  @Problems(401, 403, 409, 422)
  async next(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ChooseNextBody,
  ): Promise<OwnPresenceBody> {
    await this.choice.next(actor, version, nextOf(body));
    return this.presence.run(actor);
  }

  @Post('wrap-up/prolong')
  @HttpCode(200)
  @ApiOperation({ operationId: 'ProlongWrapUp', summary: 'More time to write up, a limited number of times' })
  @ApiOkResponse({ type: OwnPresenceBody })
  @Problems(401, 403, 409, 422)
  async prolong(@CurrentActor() actor: Actor, @IfMatch() version: number): Promise<OwnPresenceBody> {
    await this.writeUp.prolong(actor, version);
    return this.presence.run(actor);
  }

  @Post('wrap-up/end')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'EndWrapUp',
    summary: 'Written up: to the next state, the break that ran, or ready',
  })
  @ApiOkResponse({ type: OwnPresenceBody })
  @Problems(401, 403, 409, 422)
  async end(@CurrentActor() actor: Actor, @IfMatch() version: number): Promise<OwnPresenceBody> {
    await this.writeUp.end(actor, version);
    return this.presence.run(actor);
  }
}
