import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Configuration, CONFIGURATION, Problems } from '@hotline/platform';
import type { Actor } from '../domain/actor.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignOut } from '../use-cases/sign-out.js';
import { CurrentActor, Public, SignedIn } from './permit.js';
import { DemoAccountBody, SessionBody, SignInBody } from './session-bodies.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.js';
import { SessionViews } from './session-views.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIns: SignIn,
    private readonly signOuts: SignOut,
    private readonly views: SessionViews,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'SignIn', summary: 'Open a session; the answer sets its cookie' })
  @ApiOkResponse({ type: SessionBody })
  @Problems(400, 401, 403, 422, 429)
  async signIn(
    @Body() { name, password }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionBody> {
    const formerToken = sessionToken(request, this.configuration);
    const { token, actor } = await this.signIns.run({ name, password, address: request.ip, formerToken });
    setSessionCookie(reply, this.configuration, token);
    return this.views.session(actor);
  }

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'ShowSession', summary: 'Who is signed in, with which roles and rights' })
  @ApiOkResponse({ type: SessionBody })
  @Problems(401)
  show(@CurrentActor() actor: Actor): SessionBody {
    return this.views.session(actor);
  }

  @Delete()
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'SignOut', summary: 'End the session at once, on every replica' })
  @ApiNoContentResponse()
  @Problems(401, 403)
  async signOut(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOuts.run(actor, sessionToken(request, this.configuration));
    clearSessionCookie(reply, this.configuration);
  }

  @Get('demo-accounts')
  @Public()
  @ApiOperation({
    operationId: 'ListDemoAccounts',
    summary: 'Accounts for trying the product; empty outside demo mode',
  })
  @ApiOkResponse({ type: [DemoAccountBody] })
  listDemoAccounts(): DemoAccountBody[] {
    return this.views.demoAccounts();
  }
}
