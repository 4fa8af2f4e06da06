import type { Instant } from '@hotline/kernel';
import { breakLimitAt } from './aims.js';
import type { Presence } from './presence.js';
import { type BreakReason, limitSecondsOf, type PresenceRules, type PresenceSettings } from './settings.js';

/** Times and counts that a change sets anew; breaks are told apart. */
export const RULE_FIELDS = [
  'wrapUpSeconds',
  'prolongSeconds',
  'prolongTimes',
  'unknownAfterSeconds',
  'signedOutAfterSeconds',
] as const satisfies readonly (keyof PresenceRules)[];
export type RuleField = (typeof RULE_FIELDS)[number];

export interface RuleChange {
  readonly field: RuleField;
  readonly from: number;
  readonly to: number;
}

export const BREAK_CHANGES = ['added', 'removed', 'limit', 'words', 'moved'] as const;

export interface BreakChange {
  readonly reason: string;
  readonly zh: string;
  readonly en: string;
  /** `moved`: between breaks and training */
  readonly change: (typeof BREAK_CHANGES)[number];
  readonly from: number | null;
  readonly to: number | null;
  /** people in it now */
  readonly onNow: number;
  /** of those, whose break would be marked as too long at once */
  readonly overNow: number;
}

export interface SettingsEffect {
  readonly rules: RuleChange[];
  readonly breaks: BreakChange[];
  readonly atLine: number;
  /** their end stays what it was */
  readonly wrapUpsRunning: number;
}

function changeOf(
  before: BreakReason | undefined,
  after: BreakReason | undefined,
): BreakChange['change'] | null {
  if (!before) return 'added';
  if (!after) return 'removed';
  if (before.intent !== after.intent) return 'moved';
  if (before.limitSeconds !== after.limitSeconds) return 'limit';
  return before.zh !== after.zh || before.en !== after.en ? 'words' : null;
}

/** What changes for the people at the line now. Breaks run on under the new limit; a wrap-up keeps the end it was given. */
export function settingsEffect(
  before: PresenceRules,
  after: PresenceRules,
  people: readonly Presence[],
  now: Instant,
): SettingsEffect {
  const rules = RULE_FIELDS.filter((field) => before[field] !== after[field]).map<RuleChange>((field) => ({
    field,
    from: before[field],
    to: after[field],
  }));
  const reasons = new Set([...before.breaks, ...after.breaks].map(({ reason }) => reason));
  const newly: PresenceSettings = { ...after, version: 0 };
  const breaks = [...reasons].flatMap<BreakChange>((reason) => {
    const was = before.breaks.find((one) => one.reason === reason);
    const will = after.breaks.find((one) => one.reason === reason);
    const change = changeOf(was, will);
    const named = will ?? was;
    if (!change || !named) return [];
    const on = people.filter((one) => one.reason === reason && ['break', 'training'].includes(one.intent));
    const over = on.filter((one) => {
      const limit = breakLimitAt(one, limitSecondsOf(newly, one.intent, reason));
      return !one.flagged && limit !== null && limit.getTime() <= now.getTime();
    });
    const { zh, en } = named;
    const limits = { from: was?.limitSeconds ?? null, to: will?.limitSeconds ?? null };
    return [{ reason, zh, en, change, ...limits, onNow: on.length, overNow: over.length }];
  });
  const wrapUpsRunning = people.filter(({ wrapUp }) => wrapUp !== null).length;
  return { rules, breaks, atLine: people.length, wrapUpsRunning };
}
