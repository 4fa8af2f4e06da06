import { normalisePhone } from '@hotline/kernel';
import { placeOfPrefix, type AreaCodes, type PhonePrefixes } from './phone-places.js';

export interface PhonePlaces {
  readonly prefixes: PhonePrefixes;
  readonly areaCodes: AreaCodes;
  /** Full name of a place (广东省深圳市), undefined for an unknown code. */
  readonly nameOf: (code: string) => string | undefined;
}

/**
 * Where a number was issued, not where its holder is or works: always shown as a guess. With several candidates, `code`
 * is the province that holds them all, so that a guess is never narrower than what is known.
 */
export interface PlaceGuess {
  readonly code: string;
  readonly name: string;
  readonly basis: 'mobile-prefix' | 'area-code';
  readonly candidates: readonly { readonly code: string; readonly name: string }[];
}

/** Null for public and foreign numbers, prefixes never issued, and anything that is no number. */
export function guessPlace(number: string, places: PhonePlaces): PlaceGuess | null {
  const phone = normalisePhone(number);
  if (phone?.kind === 'mobile') {
    const found = placeOfPrefix(places.prefixes, Number(phone.digits.slice(0, 7)));
    const codes = found?.length === 4 ? places.areaCodes.get(found) : found;
    return guessed('mobile-prefix', codes, places);
  }
  if (phone?.kind === 'landline') return guessed('area-code', places.areaCodes.get(phone.areaCode), places);
  return null;
}

function guessed(
  basis: PlaceGuess['basis'],
  codes: string | readonly string[] | null | undefined,
  places: PhonePlaces,
): PlaceGuess | null {
  const candidates = [codes ?? []].flat().flatMap((code) => {
    const name = places.nameOf(code);
    return name === undefined ? [] : [{ code, name }];
  });
  const [first] = candidates;
  if (!first) return null;
  const code = candidates.length === 1 ? first.code : `${first.code.slice(0, 2)}0000`;
  const name = places.nameOf(code);
  return name === undefined ? null : { code, name, basis, candidates };
}
