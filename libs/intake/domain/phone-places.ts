/** Where seven-digit mobile prefixes were issued: sorted ranges, both ends included, one index for all three. */
export interface PhonePrefixes {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Six-digit place code; below 10,000 an area code without its 0 (728 is 0728). */
  readonly place: Uint32Array;
}

/** Area code with its 0 → places it serves, wider than one for 26 of 321 codes. */
export type AreaCodes = ReadonlyMap<string, readonly string[]>;

const NEWLINE = 10;
const COMMA = 44;
const ZERO = 48;

/**
 * Reads `gap,count,place` lines (UTF-8, one header line): byte by byte, because 143,000 lines as strings would cost
 * more memory and time than all else that starts.
 * @throws RangeError when a line does not hold three numbers
 */
export function compilePhonePrefixes(csv: Uint8Array): PhonePrefixes {
  const numbers = numbersOf(csv, csv.indexOf(NEWLINE) + 1);
  if (numbers.length % 3 !== 0) throw new RangeError('phone prefixes: three numbers a line expected');
  const size = numbers.length / 3;
  const table = { from: new Uint32Array(size), to: new Uint32Array(size), place: new Uint32Array(size) };
  let next = 0;
  for (let i = 0; i < size; i++) {
    const from = next + (numbers[i * 3] ?? 0);
    next = from + (numbers[i * 3 + 1] ?? 0);
    table.from[i] = from;
    table.to[i] = next - 1;
    table.place[i] = numbers[i * 3 + 2] ?? 0;
  }
  return table;
}

function numbersOf(csv: Uint8Array, start: number): Uint32Array {
  const found = new Uint32Array(csv.length);
  let count = 0;
  let value = -1;
  for (let at = start; at <= csv.length; at++) {
    const byte = csv[at] ?? NEWLINE;
    if (byte >= ZERO && byte <= ZERO + 9) value = Math.max(value, 0) * 10 + byte - ZERO;
    else if (byte !== COMMA && byte !== NEWLINE)
      throw new RangeError(`phone prefixes: unexpected byte ${byte} at ${at}`);
    else if (value >= 0) {
      found[count++] = value;
      value = -1;
    }
  }
  return found.slice(0, count);
}

/** Reads `010:110000 024:210100/210400 …`. */
export function parseAreaCodes(content: string): AreaCodes {
  const codes = new Map<string, readonly string[]>();
  for (const entry of content.split(/\s+/)) {
    const [area, places] = entry.split(':');
    if (area && places) codes.set(area, places.split('/'));
  }
  return codes;
}

/** The place of a seven-digit prefix by binary search; null when the prefix was never issued. */
export function placeOfPrefix({ from, to, place }: PhonePrefixes, prefix: number): string | null {
  let low = 0;
  let high = from.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (prefix < (from[middle] ?? 0)) high = middle - 1;
    else if (prefix > (to[middle] ?? 0)) low = middle + 1;
    else return String(place[middle]).padStart(4, '0');
  }
  return null;
}
