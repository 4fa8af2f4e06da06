import { allow, type Decision, type Instant } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';
import { type ProvisionalDeadline, provisionalDeadline } from './deadline.js';
import { type Limit, LIMIT_UNITS } from './limit.js';
import type { Pause } from './pause.js';

/** What moves a promised deadline: time granted on top, and time that does not count. */
export interface Moves {
  /** Working days granted on top of the limit. */
  readonly extraDays: number;
  readonly pauses: readonly Pause[];
}

/**
 * The deadline of a running clock, always computed from its start, its limit and everything granted since, so that
 * repeated pauses and extensions add up whatever their order. The extra days follow the limit in working days, whichever
 * unit the limit is counted in. Refuses `invalid-input` for a limit that cannot be read, `calendar-year-unknown` beyond
 * every calendar.
 */
export function movedDeadline(
  calendar: CompiledCalendar,
  clock: { readonly startedAt: Instant; readonly limitAmount: number; readonly limitUnit: string },
  { extraDays, pauses }: Moves,
): Decision<ProvisionalDeadline> {
  const unit = LIMIT_UNITS.find((one) => one === clock.limitUnit) ?? 'working-days';
  const limit: Limit = { amount: clock.limitAmount, unit };
  const stood = pauses.filter(({ from, to }) => from < to);
  const first = provisionalDeadline(calendar, clock.startedAt, limit, stood);
  if (!first.ok || extraDays === 0) return first;
  const more: Limit = { amount: extraDays, unit: 'working-days' };
  const second = provisionalDeadline(calendar, first.value.dueAt, more, stood);
  if (!second.ok) return second;
  const unknownYears = [...new Set([...first.value.unknownYears, ...second.value.unknownYears])];
  return allow({ ...second.value, provisional: unknownYears.length > 0, unknownYears });
}
