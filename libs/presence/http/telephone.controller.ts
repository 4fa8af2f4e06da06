import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems } from '@hotline/platform';
import { Dial } from '../use-cases/dial.js';
import { UseTelephone } from '../use-cases/use-telephone.js';
import { DialBody, DialledBody, pressOf, TelephoneKeyBody } from './change-bodies.js';
import { targetOf } from './dial-target.js';

/** The keys of one's own telephone. What comes of a key is told by the switchboard, as a live message. */
@ApiTags('presence')
@Controller('api/presence')
@Permit('presence.own')
export class TelephoneController {
  constructor(
    private readonly telephone: UseTelephone,
    private readonly dialling: Dial,
  ) {}

  @Post('telephone/answer')
  @HttpCode(204)
  @ApiOperation({ operationId: 'AnswerCall', summary: 'Take the ringing call' })
  @ApiNoContentResponse()
  @Problems(401, 403, 409, 422, 503)
  answer(@CurrentActor() actor: Actor, @Body() body: TelephoneKeyBody): Promise<void> {
    return this.telephone.run(actor, pressOf('answer', body));
  }

  @Post('telephone/reject')
  @HttpCode(204)
  @ApiOperation({ operationId: 'RejectCall', summary: 'Refuse the ringing call; it goes to somebody else' })
  @ApiNoContentResponse()
  @Problems(401, 403, 409, 422, 503)
  reject(@CurrentActor() actor: Actor, @Body() body: TelephoneKeyBody): Promise<void> {
    return this.telephone.run(actor, pressOf('reject', body));
  }

  @Post('telephone/hold')
  @HttpCode(204)
  @ApiOperation({ operationId: 'HoldCall', summary: 'Put the caller on hold' })
  @ApiNoContentResponse()
  @Problems(401, 403, 409, 422, 503)
  hold(@CurrentActor() actor: Actor, @Body() body: TelephoneKeyBody): Promise<void> {
    return this.telephone.run(actor, pressOf('hold', body));
  }

  @Post('telephone/resume')
  @HttpCode(204)
  @ApiOperation({ operationId: 'ResumeCall', summary: 'Take the caller back' })
  @ApiNoContentResponse()
  @Problems(401, 403, 409, 422, 503)
  resume(@CurrentActor() actor: Actor, @Body() body: TelephoneKeyBody): Promise<void> {
    return this.telephone.run(actor, pressOf('resume', body));
  }

  @Post('telephone/hang-up')
  @HttpCode(204)
  @ApiOperation({ operationId: 'HangUpCall', summary: 'End the call, or stop dialling' })
  @ApiNoContentResponse()
  @Problems(401, 403, 409, 422, 503)
  hangUp(@CurrentActor() actor: Actor, @Body() body: TelephoneKeyBody): Promise<void> {
    return this.telephone.run(actor, pressOf('hang-up', body));
  }

  @Post('dial')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'DialCallBack',
    summary: 'Call somebody back; the number is taken from the record',
  })
  @ApiOkResponse({ type: DialledBody })
  @Problems(401, 403, 404, 409, 422, 503)
  async dial(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: DialBody,
  ): Promise<DialledBody> {
    return { dialId: await this.dialling.run(actor, version, targetOf(body)) };
  }
}
