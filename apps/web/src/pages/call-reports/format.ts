import type { ReportMean, ReportShare, ReportStep } from '../../api/contract';
import { MISSING, rateText } from '../board/figures/rate';

/** Milliseconds as 00:52 or 1:02:03; nothing known is no zero. */
export function lengthText(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return MISSING;
  const seconds = Math.round(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest;
}

export const meanText = ({ meanMs }: ReportMean): string => lengthText(meanMs);

export const shareText = ({ numerator, denominator }: ReportShare): string =>
  rateText(numerator, denominator);

const SHANGHAI_MS = 8 * 3_600_000;
const local = (at: string): string => new Date(Date.parse(at) + SHANGHAI_MS).toISOString();

/** The beginning of a line as people write it: 09:30 of one day, 03-10 09:30 of several, 03-10, 2026-03. */
export function lineText(at: string, step: ReportStep, oneDay: boolean): string {
  const text = local(at);
  if (step === 'month') return text.slice(0, 7);
  if (step === 'day') return text.slice(5, 10);
  return oneDay ? text.slice(11, 16) : `${text.slice(5, 10)} ${text.slice(11, 16)}`;
}
