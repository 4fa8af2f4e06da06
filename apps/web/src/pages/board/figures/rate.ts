/** Numbers as the board writes them (look of the board, section 2). Everything is reckoned from exact fractions, never from a rounded rate. */

export const MISSING = '—';

/** 24932 → "24,932". Counts carry their unit once, in the column head or after the number. */
export function countText(count: number | null | undefined): string {
  if (count === null || count === undefined || !Number.isFinite(count)) return MISSING;
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

/** numerator ÷ denominator × 10^places, rounded half up, as an integer. BigInt: a product of two counts may leave the safe range. */
function roundedShare(numerator: number, denominator: number, places: number): number {
  const scale = 10n ** BigInt(places + 2);
  const twice = 2n * BigInt(numerator) * scale + BigInt(denominator);
  return Number(twice / (2n * BigInt(denominator)));
}

/**
 * A rate in percent with `places` decimals and no sign: 22345 of 24932 → "89.6". Whole and nothing are exact only:
 * 9,996 of 10,000 is ">99.9", 1 of 10,000 is "<0.1". A denominator of 0 has no rate.
 */
export function rateFigure(numerator: number, denominator: number, places = 1): string {
  if (!(denominator > 0)) return MISSING;
  const unit = 10 ** places;
  const rounded = roundedShare(numerator, denominator, places);
  if (rounded >= 100 * unit && numerator < denominator) return `>${(100 - 1 / unit).toFixed(places)}`;
  if (rounded === 0 && numerator > 0) return `<${(1 / unit).toFixed(places)}`;
  return (rounded / unit).toFixed(places);
}

export function rateText(numerator: number, denominator: number, places = 1): string {
  const figure = rateFigure(numerator, denominator, places);
  return figure === MISSING ? MISSING : `${figure}%`;
}

/** A rate that came as a percent already (rolling means); same rules for whole and nothing. */
export function percentFigure(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return MISSING;
  if (percent < 100 && percent >= 99.95) return '>99.9';
  if (percent > 0 && percent < 0.05) return '<0.1';
  return (Math.floor(percent * 10 + 0.5 + 1e-9) / 10).toFixed(1);
}

export interface Change {
  direction: 'up' | 'down' | 'level';
  /** Percentage points, one decimal, no sign: "0.8". */
  points: string;
}

/** The change of a rate in percentage points (点). null when either side has no rate. */
export function changeOf(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const tenths = Math.round(Math.abs(now - before) * 10 + 1e-9);
  if (tenths === 0) return { direction: 'level', points: '0.0' };
  return { direction: now > before ? 'up' : 'down', points: (tenths / 10).toFixed(1) };
}

export function percentOf(numerator: number, denominator: number): number | null {
  return denominator > 0 ? (numerator / denominator) * 100 : null;
}

/** Distance to the target in points, for the tag on a card: null without a target or a rate, 0 when met. */
export function shortOfTarget(numerator: number, denominator: number, target: number | null): string | null {
  const rate = percentOf(numerator, denominator);
  if (rate === null || target === null) return null;
  // Compared exactly: numerator × 100 ≥ target × denominator, so 89.96 never passes a target of 90.
  if (numerator * 100 >= target * denominator) return '0';
  const tenths = Math.round((target - rate) * 10);
  return tenths === 0 ? '<0.1' : (tenths / 10).toFixed(1);
}

/** Working days with one decimal: 2.6. */
export function workingDaysFigure(days: number | null | undefined): string {
  return days === null || days === undefined ? MISSING : days.toFixed(1);
}
