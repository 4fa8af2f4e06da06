import { Controller, Inject, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { type Actor, Actors, CurrentActor, sessionToken, SignedIn } from '@hotline/organization';
import { type Configuration, CONFIGURATION, Problems } from '@hotline/platform';
import { LiveStreams, type StillThere } from './live-streams.js';

@ApiTags('live')
@Controller('api/live')
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly actors: Actors,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Sse()
  @SignedIn()
  @ApiOperation({
    operationId: 'FollowLive',
    summary:
      'What changes, as server-sent events: `ticket`, `notice`, `numbers`, `call` and `presence` at the line, and a `ping` every 15 s',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @Problems(401, 429, 503)
  followLive(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Observable<MessageEvent> {
    return this.streams.open(actor, this.stillThere(request));
  }

  private stillThere(request: FastifyRequest): StillThere {
    const token = sessionToken(request, this.configuration);
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return () => (bearer ? this.actors.ofToken(bearer) : this.actors.ofSession(token ?? ''));
  }
}
