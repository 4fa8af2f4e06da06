import type { Instant } from '@hotline/kernel';

export const REQUEST_KINDS = ['extension', 'exclusion'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** `lapsed`: the ticket ended before anybody ruled. */
export const RULINGS = ['granted', 'refused', 'lapsed'] as const;
export type Ruling = (typeof RULINGS)[number];

export interface ReturnFacts {
  readonly id?: string;
  readonly unitId: string;
  readonly reasonCode?: string;
  readonly decision?: Ruling | null;
}

/** What a unit asked of a superior beside a return: more time, or to be left out of a rate. */
export interface RequestFacts {
  readonly id: string;
  readonly kind: RequestKind;
  readonly unitId: string;
  readonly accountId: string;
  readonly hopId: string;
  readonly rulerUnitId: string;
  readonly reasonCode: string;
  /** Of an extension; null for an exclusion. */
  readonly workingDays: number | null;
  readonly ruledAt: Instant | null;
  readonly decision: Ruling | null;
  readonly revoked: boolean;
}

/** Who or what ended a pause: the unit, a superior, its maximum, the ticket's end, or custody that went elsewhere. */
export const PAUSE_ENDINGS = ['resumed', 'lifted', 'maximum', 'ticket-ended', 'raised', 'recused'] as const;
export type PauseEnding = (typeof PAUSE_ENDINGS)[number];

export interface PauseFacts {
  readonly id: string;
  readonly hopId: string;
  readonly unitId: string;
  readonly from: Instant;
  /** The granted maximum; it ends by itself then. */
  readonly until: Instant;
  readonly endedAt: Instant | null;
}

export interface ReferralFacts {
  readonly id: string;
  readonly unitId: string;
  readonly open: boolean;
}

/** How generous the house is; dated rows, the newest in force. */
export interface HandlingSettings {
  readonly version: number;
  /** Returns a unit may ask for of one ticket. */
  readonly returnCap: number;
  /** An extension is at most this share of the promised limit. */
  readonly extensionPercent: number;
  /** A pause is at most so many working days. */
  readonly pauseWorkingDays: number;
}

export interface RequestRecords {
  readonly settings: HandlingSettings;
  readonly requests: readonly RequestFacts[];
  readonly pauses: readonly PauseFacts[];
  readonly referrals: readonly ReferralFacts[];
  /** The person of the accountable unit who has it in hand. */
  readonly assigneeId: string | null;
}

export const SHIPPED_SETTINGS: HandlingSettings = {
  version: 1,
  returnCap: 1,
  extensionPercent: 50,
  pauseWorkingDays: 15,
};

export const NO_REQUESTS: RequestRecords = {
  settings: SHIPPED_SETTINGS,
  requests: [],
  pauses: [],
  referrals: [],
  assigneeId: null,
};

type Requests = Pick<RequestRecords, 'requests'>;

export const openRequest = (facts: Requests, kind: RequestKind): RequestFacts | undefined =>
  facts.requests.find((one) => one.kind === kind && one.decision === null);

/** The exclusion in force; a revoked one is not. */
export const exclusionOf = (facts: Requests): RequestFacts | undefined =>
  facts.requests.find((one) => one.kind === 'exclusion' && one.decision === 'granted' && !one.revoked);

export const openPause = (facts: Pick<RequestRecords, 'pauses'>): PauseFacts | undefined =>
  facts.pauses.find((one) => one.endedAt === null);

/** Its return was granted: the ruling binds, the ticket does not go back to it. */
export const gaveBack = (facts: { readonly returns: readonly ReturnFacts[] }, unitId: string): boolean =>
  facts.returns.some((one) => one.unitId === unitId && one.decision === 'granted');
