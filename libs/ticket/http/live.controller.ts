import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { type Actor, CurrentActor, SignedIn, StreamOwners } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { LiveStreams } from './live-streams.js';

@ApiTags('live')
@Controller('api/live')
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly owners: StreamOwners,
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
    return this.streams.open(actor, this.owners.of(request));
  }
}
