import type { ReportStep } from '../../api/contract';
import { addDays, type Period } from '../board/figures/period';

export const STEPS: readonly ReportStep[] = ['15', '30', '60', 'day', 'month'];

/** How many days a report of this step may cover; the server refuses more. */
const MOST: Readonly<Record<ReportStep, number>> = { '15': 7, '30': 14, '60': 31, day: 366, month: 731 };

export const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

export const fits = (step: ReportStep, { from, to }: Period): boolean => to <= addDays(from, MOST[step] - 1);

/** The step asked for, or the finest usual one that the days allow. */
export function fittingStep(asked: string | null, period: Period): ReportStep {
  const wanted = STEPS.find((step) => step === asked);
  if (wanted && fits(wanted, period)) return wanted;
  return (['30', '60', 'day', 'month'] as const).find((step) => fits(step, period)) ?? 'month';
}
