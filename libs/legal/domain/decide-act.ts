import { allow, type Decision, deny, type RefusalCode } from '@hotline/kernel';
import { type Day, isDay } from './day.js';
import {
  GIVEN_ENDS,
  lastOf,
  PERIOD_IDS,
  type PeriodId,
  type PetitionEnd,
  type PetitionFacts,
  type PetitionStage,
} from './petition.js';
import { actRow, PETITION_ACT_NAMES, type PetitionAct } from './petition-acts.js';
import { endOf, type PeriodCalendars, startOf } from './petition-course.js';
import { wrongField } from './wrong-field.js';
import { MOST_EXTENSION_DAYS, periodRow } from './petition-periods.js';

/** What a person records. */
export interface ActInput {
  readonly act: PetitionAct;
  readonly doneOn: Day;
  readonly documentNo: string | null;
  readonly note: string | null;
  /** Days beyond the sixty, and that the head of the unit has approved them (34). */
  readonly extensionDays: number | null;
  readonly headApproved: boolean;
  readonly endReason: PetitionEnd | null;
}

/** What follows from an act. */
export interface ActOutcome {
  readonly stage: PetitionStage;
  /** Last day on which the petitioner may ask on; null when there is nothing to ask. */
  readonly windowUntil: Day | null;
  readonly endedOn: Day | null;
  readonly endReason: PetitionEnd | null;
  readonly stops: readonly PeriodId[];
  /** Periods of a unit that begin. */
  readonly starts: readonly PeriodId[];
  readonly extends: PeriodId | null;
}

/** The first obstacle of stage, source and number; null when the act is open. */
function obstacle(petition: PetitionFacts, act: PetitionAct): RefusalCode | null {
  const { from, only, once } = actRow(act);
  if (!from.includes(petition.stage)) return 'wrong-state';
  if (only !== undefined && only !== petition.source) return 'wrong-state';
  return once && lastOf(petition, act) ? 'wrong-state' : null;
}

function lastDayFor(petition: PetitionFacts, act: PetitionAct, calendars: PeriodCalendars): Day | null {
  const { within } = actRow(act);
  const start = within && startOf(petition, within);
  return within && start ? endOf(calendars(within), within, start, 0).lastDay : null;
}

/** Acts this petition is open to, with the days between which each may lie. */
export interface ActOffer {
  readonly act: PetitionAct;
  readonly notBefore: Day;
  readonly notAfter: Day;
}

const earliest = (petition: PetitionFacts): Day => petition.acts.at(-1)?.doneOn ?? petition.registeredOn;

export function offersOf(petition: PetitionFacts, calendars: PeriodCalendars, today: Day): ActOffer[] {
  const notBefore = earliest(petition);
  return PETITION_ACT_NAMES.filter((act) => obstacle(petition, act) === null).flatMap((act) => {
    const last = lastDayFor(petition, act, calendars);
    const notAfter = last !== null && last < today ? last : today;
    return notAfter < notBefore ? [] : [{ act, notBefore, notAfter }];
  });
}

/** Days, reasons and approvals that the act needs, and none that it has no use for. */
function checkInput(input: ActInput): Decision<null> {
  const needs = actRow(input.act).needs ?? [];
  const extending = needs.includes('extension');
  if (extending !== (input.extensionDays !== null)) return wrongField('extensionDays', 'extension-only');
  if (input.extensionDays !== null && (input.extensionDays < 1 || input.extensionDays > MOST_EXTENSION_DAYS))
    return wrongField('extensionDays', 'thirty-at-most');
  if (extending && !input.headApproved) return wrongField('headApproved', 'needs-approval');
  const ending = needs.includes('end-reason');
  const given = input.endReason !== null && (GIVEN_ENDS as readonly string[]).includes(input.endReason);
  if (ending ? !given : input.endReason !== null) return wrongField('endReason', 'end-only');
  if (needs.includes('note') && !input.note) return deny('reason-required', { field: 'note' });
  return allow(null);
}

function outcomeOf(petition: PetitionFacts, input: ActInput, calendars: PeriodCalendars): ActOutcome {
  const { to, ends } = actRow(input.act);
  const begun = PERIOD_IDS.filter((id) => periodRow(id).from === input.act);
  const asks = begun.find((id) => periodRow(id).by === 'petitioner');
  return {
    stage: to,
    windowUntil: asks ? endOf(calendars(asks), asks, input.doneOn, 0).lastDay : null,
    endedOn: to === 'ended' ? input.doneOn : null,
    endReason: to === 'ended' ? (ends ?? input.endReason) : null,
    stops: PERIOD_IDS.filter((id) => periodRow(id).until.includes(input.act)),
    starts: begun.filter((id) => periodRow(id).by !== 'petitioner'),
    extends: PERIOD_IDS.find((id) => periodRow(id).extendedBy === input.act) ?? null,
  };
}

/**
 * May this act be recorded, and what follows? Refuses `wrong-state` for the wrong instance, `petition-window-over` for
 * an act the law allows within a period only, `invalid-input` and `reason-required` with the field.
 */
export function decideAct(
  petition: PetitionFacts,
  input: ActInput,
  calendars: PeriodCalendars,
  today: Day,
): Decision<ActOutcome> {
  const { act, doneOn } = input;
  const blocked = obstacle(petition, act);
  if (blocked) return deny(blocked, { facts: { state: petition.stage, verb: act } });
  const checked = checkInput(input);
  if (!checked.ok) return checked;
  if (!isDay(doneOn)) return wrongField('doneOn', 'not-a-day');
  if (doneOn > today) return wrongField('doneOn', 'in-the-future');
  if (doneOn < earliest(petition)) return wrongField('doneOn', 'before');
  const last = lastDayFor(petition, act, calendars);
  if (last !== null && doneOn > last)
    return deny('petition-window-over', { field: 'doneOn', facts: { last } });
  return allow(outcomeOf(petition, input, calendars));
}

/** Nobody asked for the next instance in time: the petition is over, the day after. */
export function endUnasked(windowUntil: Day): ActOutcome {
  return {
    stage: 'ended',
    windowUntil: null,
    endedOn: windowUntil,
    endReason: 'not-asked-again',
    stops: [],
    starts: [],
    extends: null,
  };
}
