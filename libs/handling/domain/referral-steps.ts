import { DAY_MS, type Instant, startOfShanghaiDay } from '@hotline/kernel';
import { clocksAbout, custody, type NewClock, type Step, type TicketFacts } from '@hotline/ticket';
import { stays } from './stays.js';

/** The clock of a reply whose day the other body named: due at the end of that day, yellow one day before. */
export function dueOnDay(clock: NewClock, day: string): NewClock {
  const dueAt = new Date(startOfShanghaiDay(day).getTime() + DAY_MS - 1);
  const started = clock.startedAt.getTime();
  const yellow = Math.max(dueAt.getTime() - DAY_MS, started + (dueAt.getTime() - started) / 2);
  return {
    ...clock,
    dueAt,
    yellowAt: new Date(Math.floor(yellow)),
    provisional: false,
    limitId: 'given-day',
    limitAmount: Math.max(1, Math.ceil((dueAt.getTime() - started) / DAY_MS)),
    limitUnit: 'calendar-days',
  };
}

/** A reply cannot be due before the day it is asked for. */
export const isAhead = (day: string, now: Instant): boolean =>
  startOfShanghaiDay(day).getTime() + DAY_MS - 1 > now.getTime();

/** 转交: custody stays; the clocks of the ticket run on while another body works. */
export function referTicket(
  facts: TicketFacts,
  referral: { readonly id: string; readonly bodyCode: string },
  clock: NewClock,
): Step {
  return {
    event: {
      kind: 'ticket-referred',
      unitId: custody(facts).toUnitId,
      facts: { referralId: referral.id, body: referral.bodyCode, dueAt: clock.dueAt.toISOString() },
    },
    ...stays(facts),
    startClocks: [clock],
  };
}

export function recordReply(facts: TicketFacts, referralId: string, unitId: string): Step {
  return {
    event: { kind: 'referral-replied', unitId, facts: { referralId } },
    ...stays(facts),
    stopClocks: clocksAbout(facts, referralId),
  };
}
