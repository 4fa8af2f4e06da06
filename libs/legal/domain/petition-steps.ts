import { type CompiledCalendar, provisionalDeadline } from '@hotline/calendar';
import { DAY_MS, type Instant, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import type { Unit } from '@hotline/organization';
import { type ClockChange, type NewClock, refOf, type Step, type TicketFacts } from '@hotline/ticket';
import type { Day } from './day.js';
import type { PeriodId } from './petition.js';
import { periodRow } from './petition-periods.js';

const limitOf = (period: PeriodId): { amount: number; unit: 'calendar-days' | 'working-days' } => {
  const { amount, unit } = periodRow(period).span;
  return { amount, unit: unit === 'days' ? 'calendar-days' : unit };
};

/** A clock needs an instant: now for an act of today, the opening of its day for an earlier one. */
const startedAt = (day: Day, now: Instant): Instant =>
  day === shanghaiDay(now) ? now : startOfShanghaiDay(day);

function times(
  calendar: CompiledCalendar,
  from: Instant,
  limit: ReturnType<typeof limitOf>,
): Pick<NewClock, 'dueAt' | 'yellowAt' | 'calendarVersion' | 'provisional'> {
  const found = provisionalDeadline(calendar, from, limit);
  if (found.ok) {
    const { dueAt, yellowAt, calendarVersion, provisional } = found.value;
    return { dueAt, yellowAt, calendarVersion, provisional };
  }
  // Beyond every calendar: plain days, marked, rather than no deadline at all.
  const dueAt = new Date(from.getTime() + limit.amount * DAY_MS);
  return {
    dueAt,
    yellowAt: new Date(dueAt.getTime() - DAY_MS),
    calendarVersion: calendar.version,
    provisional: true,
  };
}

/** The clock of one period for the unit that owes the act. */
export function petitionClock(
  id: string,
  petitionId: string,
  period: PeriodId,
  on: Day,
  {
    unit,
    calendar,
    now,
  }: { readonly unit: Unit; readonly calendar: CompiledCalendar; readonly now: Instant },
): NewClock {
  const limit = limitOf(period);
  const from = startedAt(on, now);
  return {
    id,
    kind: 'petition',
    unitId: unit.id,
    hopId: null,
    startedAt: from,
    calendarId: calendar.id,
    ...times(calendar, from, limit),
    limitId: `petition:${period}`,
    limitAmount: limit.amount,
    limitUnit: limit.unit,
    subjectId: petitionId,
    ...(periodRow(period).isRight && { isRight: true }),
  };
}

/** Open clocks of these periods. Of those that ever run together no two have the same length. */
export function clocksOfPeriods(
  facts: TicketFacts,
  petitionId: string,
  periods: readonly PeriodId[],
): string[] {
  const limits = periods.map(limitOf);
  return facts.openClocks
    .filter(
      (clock) =>
        clock.subjectId === petitionId &&
        limits.some(({ amount, unit }) => amount === clock.limitAmount && unit === clock.limitUnit),
    )
    .map((clock) => clock.id);
}

/** The handling clock moves by the days approved; it keeps its original deadline. */
export function extendedClock(
  clockId: string,
  petitionId: string,
  period: PeriodId,
  start: Day,
  extensionDays: number,
  calendar: CompiledCalendar,
): ClockChange {
  const { amount, unit } = limitOf(period);
  const moved = times(calendar, startOfShanghaiDay(start), { amount: amount + extensionDays, unit });
  return { clockId, ...moved, reason: 'extended', subjectId: petitionId };
}

/** A petition runs beside the ticket: whatever is recorded of it, the ticket stays where it is and its promise too. */
export function besideTicket(
  facts: TicketFacts,
  event: Step['event'],
  rest: Pick<Step, 'startClocks' | 'stopClocks' | 'lapseClocks' | 'changeClocks' | 'addTags'> & {
    readonly tell?: Unit;
  },
): Step {
  const { tell, ...clocks } = rest;
  return {
    event,
    state: facts.state,
    turn: facts.turn,
    queueReason: facts.queueReason,
    recallUntil: facts.recallUntil,
    ...clocks,
    ...(tell ? { notices: [{ unit: refOf(tell), kind: 'petition-asked' as const }] } : {}),
  };
}

/** Rights whose time is over; null when none is. */
export function lapseRights(facts: TicketFacts, now: Instant): Step | null {
  const over = facts.openClocks.filter((clock) => clock.isRight && clock.dueAt < now);
  if (over.length === 0) return null;
  const unitId = over[0]?.unitId ?? null;
  const event = { kind: 'right-lapsed', unitId, facts: { clocks: over.map(({ id }) => id) } } as const;
  return besideTicket(facts, event, { lapseClocks: over.map(({ id }) => id) });
}
