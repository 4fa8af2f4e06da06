import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit, placeBody } from '@hotline/organization';
import { Problems } from '@hotline/platform';
import type { GuessedPlace } from '../data/phone-place-book.js';
import { GuessPlace } from '../use-cases/guess-place.js';
import { LookUpCaller } from '../use-cases/look-up-caller.js';
import { CallerBody, GuessPlaceBody, LookUpCallerBody, PlaceGuessBody } from './caller-bodies.js';

export const guessBody = ({ place, basis, candidates }: GuessedPlace): PlaceGuessBody => ({
  place: place && placeBody(place),
  basis,
  candidates: candidates.map(placeBody),
});

/** By POST although nothing changes: a telephone number never stands in a URL, where proxies and logs keep it. */
@ApiTags('contacts')
@Controller('api')
export class CallersController {
  constructor(
    private readonly lookUp: LookUpCaller,
    private readonly guess: GuessPlace,
  ) {}

  @Post('callers/lookup')
  @HttpCode(200)
  @Permit('contact.log')
  @ApiOperation({ operationId: 'LookUpCaller', summary: 'What is known of a number or an employer' })
  @ApiOkResponse({ type: CallerBody })
  @Problems(401, 403, 422)
  async lookUpCaller(@CurrentActor() actor: Actor, @Body() body: LookUpCallerBody): Promise<CallerBody> {
    const { guess, openTickets, contacts, sameEmployer, ...caller } = await this.lookUp.run(actor, body);
    return {
      ...caller,
      guess: guessBody(guess),
      openTickets: [...openTickets],
      contacts: [...contacts],
      sameEmployer: sameEmployer && { ...sameEmployer, rows: [...sameEmployer.rows] },
    };
  }

  @Post('places/guess')
  @HttpCode(200)
  @Permit('contact.log')
  @ApiOperation({ operationId: 'GuessPlace', summary: 'Where a number was issued' })
  @ApiOkResponse({ type: PlaceGuessBody })
  @Problems(401, 403, 422)
  guessPlace(@Body() { number }: GuessPlaceBody): PlaceGuessBody {
    return guessBody(this.guess.run(number));
  }
}
