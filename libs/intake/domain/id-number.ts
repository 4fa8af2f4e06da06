/** Citizen identity number, GB 11643-1999: six digits place, eight birth date, three sequence, one check character. */
export type IdNumberFault = 'length' | 'characters' | 'place' | 'birth-date' | 'check-character';

/** First two digits in use: the 34 province-level units and 91, foreigners with permanent residence. */
const PLACES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * Null when the number is sound. `today` (`YYYY-MM-DD`) also refuses a birth in the future. Numbers of the first
 * generation (15 digits) lost validity on 2013-01-01 and count as wrong length.
 */
export function idNumberFault(input: string, today = '9999-12-31'): IdNumberFault | null {
  const number = tidy(input);
  if (number.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters';
  if (!PLACES.has(number.slice(0, 2))) return 'place';
  if (!isBirthDate(number.slice(6, 14), today)) return 'birth-date';
  return checkCharacter(number) === number.charAt(17) ? null : 'check-character';
}

export const isIdNumber = (input: string, today?: string): boolean => idNumberFault(input, today) === null;

/** ISO 7064 MOD 11-2 over the first seventeen digits. */
export function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Keeps the first three and the last two characters: neither the birth date nor the usual "last four" stay readable. */
export function maskIdNumber(input: string): string {
  const number = tidy(input);
  if (number.length < 8) return '*'.repeat(number.length);
  return number.slice(0, 3) + '*'.repeat(number.length - 5) + number.slice(-2);
}

const tidy = (input: string): string => input.slice(0, 40).normalize('NFKC').replace(/\s/g, '').toUpperCase();

function isBirthDate(digits: string, today: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1900) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && date.toISOString().slice(0, 10) <= today;
}
