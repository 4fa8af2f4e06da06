import { dayText, minuteText } from '../../parts/time';

/** What a `datetime-local` field shows of an instant: the wall clock of Asia/Shanghai, which has no summer time. */
export const fieldTextOf = (at: string | number): string => `${dayText(at)}T${minuteText(at)}`;

/** The instant a person means who types into such a field, or chose from a version; null while it is not a full moment. */
export function instantOf(typed: string): string | null {
  if (typed.endsWith('Z')) return typed;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed)) return null;
  const at = new Date(`${typed}:00+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
