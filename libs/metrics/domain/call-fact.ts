import type { Instant } from '@hotline/kernel';
import { type Formula, type Subject, weigh } from '@hotline/telephony';
import { type CallPace, type Fact, type UnitAt, verdict } from './fact.js';
import type { Exclusion } from './metrics.js';

/** A call that reached the number of a unit and is over. */
export interface CallAt {
  readonly id: string;
  readonly unit: UnitAt;
  readonly at: Instant;
  readonly contactId: string | null;
  readonly subject: Subject;
}

/** The formulas of the day of the call. */
export interface CallFormulas {
  readonly connection: Formula;
  readonly level: Formula;
}

/** What a call says to the connection rate: in it or beside it, answered or not, in time or late. */
export function callFact(call: CallAt, { connection, level }: CallFormulas): Fact {
  const { subject } = call;
  const inside = weigh(connection.denominator, connection, subject) > 0;
  const hit = weigh(connection.numerator, connection, subject) > 0;
  return {
    metric: 'connection',
    subjectId: call.id,
    unit: call.unit,
    at: call.at,
    ...verdict(hit, inside ? null : besideFor(subject)),
    ticketId: null,
    contactId: call.contactId,
    closedAt: null,
    amount: null,
    callPace: paceOf(level, subject),
  };
}

function paceOf(level: Formula, subject: Subject): CallPace {
  if (weigh(level.denominator, level, subject) === 0) return 'none';
  return weigh(level.numerator, level, subject) > 0 ? 'in-time' : 'late';
}

function besideFor({ end, entered }: Subject): Exclusion {
  if (end === 'left_ivr') return 'left-ivr';
  if (end === 'closed') return 'out-of-hours';
  if (end === 'abandoned') return 'short-abandon';
  return entered ? 'other-end' : 'not-queued';
}
