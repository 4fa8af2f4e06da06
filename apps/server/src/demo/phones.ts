import { between, pick, type Random } from './random.js';

/**
 * Four-digit heads of which no seven-digit prefix was issued up to February 2025, so nobody answers these numbers. A
 * guess of place fails for them by nature; use a landline where a guess shall show.
 */
export const UNISSUED_HEADS = ['1540', '1542', '1545', '1619', '1647', '1684', '1695', '1979'];

export function demoMobile(random: Random): string {
  return pick(random, UNISSUED_HEADS) + digits(random, 7);
}

/** Local numbers never start with 1 (that digit opens short codes), so this one cannot be a connection either. */
export function demoLandline(random: Random, areaCode: string): string {
  return `${areaCode}-1${digits(random, 7)}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => between(random, 0, 9)).join('');
}
