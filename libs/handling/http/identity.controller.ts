import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { RevealIdentity } from '../use-cases/reveal-identity.js';
import { IdentityRevealBody, RevealIdentityBody } from './bodies.js';

@ApiTags('handling')
@Controller('api/tickets/:id/identity')
export class IdentityController {
  constructor(private readonly reveal: RevealIdentity) {}

  @Post()
  @HttpCode(200)
  @Permit('identity.reveal')
  @ApiOperation({
    operationId: 'RevealIdentity',
    summary: 'Show who the worker is, for a reason; recorded, at most 30 an hour',
  })
  @ApiOkResponse({ type: IdentityRevealBody })
  @Problems(401, 403, 404, 409, 422, 429)
  revealIdentity(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: RevealIdentityBody,
  ): Promise<IdentityRevealBody> {
    return this.reveal.run(actor, ticketId, body);
  }
}
