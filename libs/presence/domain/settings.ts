/** A reason not to be rung, with how long it may last. */
export interface BreakReason {
  readonly intent: 'break' | 'training';
  readonly reason: string;
  readonly zh: string;
  readonly en: string;
  /** Seconds; null: as long as it takes. Over it the break is marked, nobody is thrown out of it. */
  readonly limitSeconds: number | null;
}

/** What a unit has agreed on for its agents. Times in seconds. */
export interface PresenceRules {
  /** 0: no wrap-up. */
  readonly wrapUpSeconds: number;
  readonly prolongSeconds: number;
  readonly prolongTimes: number;
  /** A desk without a screen for so long is shown as unknown, … */
  readonly unknownAfterSeconds: number;
  /** … and signed out after so long. */
  readonly signedOutAfterSeconds: number;
  readonly breaks: readonly BreakReason[];
}

/** Every change is a new version. */
export interface PresenceSettings extends PresenceRules {
  readonly version: number;
}

/** A pause pressed on the telephone itself, without a reason of the list. */
export const BY_TELEPHONE = 'telephone';

export function breakOf(
  { breaks }: PresenceSettings,
  intent: string,
  reason: string | null,
): BreakReason | undefined {
  return breaks.find((one) => one.intent === intent && one.reason === reason);
}

/** The reason a pause of the switchboard names, by its code or by its words. */
export function breakNamed({ breaks }: PresenceSettings, words: string | null): BreakReason | undefined {
  return breaks.find(({ reason, zh, en }) => words !== null && [reason, zh, en].includes(words));
}

export const limitSecondsOf = (
  settings: PresenceSettings,
  intent: string,
  reason: string | null,
): number | null => breakOf(settings, intent, reason)?.limitSeconds ?? null;
