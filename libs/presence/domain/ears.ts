/** Hearing a talk beside it, or joining it. */
export const EARS = ['listen', 'barge-in'] as const;
export type Ear = (typeof EARS)[number];

/** A telephone as far as listening asks about it. */
export interface EarLine {
  readonly accountId: string;
  readonly sourceId: string;
  readonly sourceKind: 'ami' | 'esl' | 'webhook';
  readonly sourceSettings: Readonly<Record<string, unknown>>;
}

/** The setting of a source by which its operator has allowed it; without it nobody listens. */
const ALLOWED: Readonly<Record<Ear, string>> = { listen: 'listen', 'barge-in': 'bargeIn' };

/** What the listener's telephone can do with a talk on the other: both at one switchboard that takes orders, as its operator allows. */
export function earsOf(own: EarLine | null, spied: EarLine | null): Ear[] {
  if (!own || !spied || own.accountId === spied.accountId) return [];
  if (own.sourceId !== spied.sourceId || spied.sourceKind === 'webhook') return [];
  return EARS.filter((ear) => spied.sourceSettings[ALLOWED[ear]] === true);
}
