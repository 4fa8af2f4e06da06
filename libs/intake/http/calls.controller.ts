import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import { RevealCallNumber } from '../use-cases/reveal-call-number.js';
import { type CallPop, ShowCallPop } from '../use-cases/show-call-pop.js';
import { CallNumberBody, CallPopBody, RevealCallNumberBody } from './call-bodies.js';
import { guessBody } from './callers.controller.js';

function popBody({ call, caller, state, numberMasked, marks, now }: CallPop): CallPopBody {
  const { id, contact, visitId, direction, queue, joinedAt, arrivedAt, offeredAt, answeredAt, overAt } = call;
  return {
    callId: id,
    visitId,
    direction,
    state,
    numberMasked,
    withheld: call.withheld,
    queue,
    joinedAt,
    arrivedAt,
    offeredAt,
    answeredAt,
    overAt,
    recording: call.recording,
    contact: contact && {
      id: contact.id,
      no: contact.no,
      outcome: contact.outcome,
      ticketId: contact.ticketId,
    },
    guess: guessBody(caller.guess),
    nameMasked: caller.nameMasked,
    contactsLastYear: caller.contactsLastYear,
    lastRating: caller.lastRating,
    marks: [...marks],
    openTickets: [...caller.openTickets],
    contacts: [...caller.contacts],
    now,
  };
}

@ApiTags('contacts')
@Controller('api/calls/:id')
export class CallsController {
  constructor(
    private readonly pop: ShowCallPop,
    private readonly reveal: RevealCallNumber,
  ) {}

  @Get('pop')
  @Permit('contact.log')
  @ApiOperation({
    operationId: 'ShowCallPop',
    summary: 'Who calls: for the one whose telephone rings, or who took the call',
  })
  @ApiOkResponse({ type: CallPopBody })
  @Problems(401, 403, 404)
  async showCallPop(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) callId: string,
  ): Promise<CallPopBody> {
    return popBody(await this.pop.run(actor, callId));
  }

  @Post('number')
  @HttpCode(200)
  @Permit('identity.reveal')
  @ApiOperation({
    operationId: 'RevealCallNumber',
    summary: 'The number of a call at my telephone, for a reason; recorded, at most 30 an hour',
  })
  @ApiOkResponse({ type: CallNumberBody })
  @Problems(401, 403, 404, 422, 429)
  revealCallNumber(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) callId: string,
    @Body() { reason }: RevealCallNumberBody,
  ): Promise<CallNumberBody> {
    return this.reveal.run(actor, callId, reason);
  }
}
