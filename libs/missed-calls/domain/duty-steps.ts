import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import { type Actor, overrules } from '@hotline/organization';
import { hasPersonalNumber } from '@hotline/ticket';
import type { AttemptOutcome, Duty, MissedSetting } from './missed.js';

/** What a step makes of a duty. */
export interface DutyChange {
  readonly takenBy: string | null;
  readonly takenAt: Instant | null;
  readonly attempts: number;
  readonly result: AttemptOutcome | null;
}

const open = (duty: Duty): Decision<true> => (duty.closedAt ? deny('wrong-state') : allow(true));

/** Takes the duty, so that nobody else calls the same person; who has it already keeps it. */
export function take(duty: Duty, actor: Actor, now: Instant): Decision<DutyChange> {
  const state = open(duty);
  if (!state.ok) return state;
  if (duty.takenBy !== null && duty.takenBy !== actor.accountId) return deny('already-taken');
  return allow({ takenBy: actor.accountId, takenAt: now, attempts: duty.attempts, result: null });
}

/** Gives it back for others; whoever manages the list may do so for a person who went home with it. */
export function release(duty: Duty, actor: Actor): Decision<DutyChange> {
  const state = open(duty);
  if (!state.ok) return state;
  const own = duty.takenBy === actor.accountId;
  if (duty.takenBy === null) return deny('wrong-state');
  if (!own && !overrules(actor, 'missed-call.manage', duty.unitPath)) return deny('already-taken');
  return allow({ takenBy: null, takenAt: null, attempts: duty.attempts, result: null });
}

/**
 * What came of it. Reached and not needed end the duty; not reached leaves it to the next attempt, and ends it with the
 * last one. Recording takes the duty where nobody had.
 */
export function record(
  duty: Duty,
  actor: Actor,
  outcome: AttemptOutcome,
  note: string | null,
  { attempts: most }: Pick<MissedSetting, 'attempts'>,
  now: Instant,
): Decision<DutyChange> {
  const taken = take(duty, actor, now);
  if (!taken.ok) return taken;
  if (outcome === 'not-needed' && note === null) return deny('reason-required', { field: 'note' });
  if (note !== null && hasPersonalNumber(note)) return deny('personal-in-text', { field: 'note' });
  const attempts = duty.attempts + (outcome === 'not-needed' ? 0 : 1);
  const over = outcome !== 'not-reached' || attempts >= most;
  return allow({ ...taken.value, attempts, result: over ? outcome : null });
}
