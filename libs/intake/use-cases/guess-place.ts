import { Injectable } from '@nestjs/common';
import { type GuessedPlace, PhonePlaceBook } from '../data/phone-place-book.js';

/** Where a number was issued; the number is neither stored nor logged. */
@Injectable()
export class GuessPlace {
  constructor(private readonly places: PhonePlaceBook) {}

  run(number: string): GuessedPlace {
    return this.places.guess(number);
  }
}
