import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { type Place, Places } from '@hotline/organization';
import { CONFIGURATION, type Configuration } from '@hotline/platform';
import { compilePhonePrefixes, parseAreaCodes } from '../domain/phone-places.js';
import { guessPlace, type PhonePlaces } from '../domain/place-guess.js';
import { AREA_CODES } from './seed/area-codes.js';

const PREFIX_FILE = 'libs/intake/data/seed/phone-prefix.csv.gz';

export interface GuessedPlace {
  readonly place: Place | null;
  readonly basis: 'mobile-prefix' | 'area-code' | null;
  readonly candidates: readonly Place[];
}

/** Places by telephone number; the shipped table (217 KB) is read when first asked for and kept. */
@Injectable()
export class PhonePlaceBook {
  private phonePlaces: PhonePlaces | null = null;

  constructor(
    private readonly places: Places,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'home'>,
  ) {}

  /** Reading takes most of a second: before the first telephone rings, not then. */
  warm(): void {
    this.phonePlaces ??= this.readPhonePlaces();
  }

  /** Where the number was issued: a guess, to be confirmed by a person. */
  guess(number: string): GuessedPlace {
    this.phonePlaces ??= this.readPhonePlaces();
    const guess = guessPlace(number, this.phonePlaces);
    const place = (guess && this.places.find(guess.code)) ?? null;
    const candidates = (guess?.candidates ?? []).flatMap(({ code }) => this.places.find(code) ?? []);
    return { place, basis: guess?.basis ?? null, candidates: candidates.length > 1 ? candidates : [] };
  }

  private readPhonePlaces(): PhonePlaces {
    const table = gunzipSync(readFileSync(join(this.configuration.home, PREFIX_FILE)));
    return {
      prefixes: compilePhonePrefixes(table),
      areaCodes: parseAreaCodes(AREA_CODES),
      nameOf: (code) => this.places.find(code)?.fullName,
    };
  }
}
