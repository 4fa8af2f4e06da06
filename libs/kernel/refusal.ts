/**
 * An expected "no": bad input, a wrong state, a missing right. Rules return refusals, use cases throw them with
 * `refuse`, the HTTP edge maps the code to a status. Faults (bugs, lost connections) are ordinary errors.
 */
export interface Refusal {
  readonly code: RefusalCode;
  /** Dotted path of the input field the refusal is about, when there is one. */
  readonly field?: string;
  /** Values for the message template of the code; never personal data. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** The newer copy, for `stale-version`. */
  readonly current?: unknown;
  /** Everything that is wrong, row by row, when it is more than one field; becomes `errors` of the problem. */
  readonly faults?: readonly RefusalFault[];
}

export interface RefusalFault {
  /** Dotted path, rows numbered from 0: `overrides.3.date`. */
  readonly field: string;
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Position of the row as people count it, from 1; null when the whole is at fault. */
  readonly row?: number | null;
  /** The whole sentence, where the rule itself knows it. */
  readonly words?: { readonly zh: string; readonly en: string };
}

export const REFUSAL_CODES = [
  'not-signed-in',
  'sign-in-failed',
  'sign-in-locked',
  'session-expired',
  'forbidden',
  'not-found',
  'invalid-input',
  'unknown-field',
  'malformed-body',
  'body-too-large',
  'unknown-unit',
  'unknown-place',
  'unknown-category',
  'unknown-account',
  'unknown-contact',
  'not-in-your-units',
  'not-your-turn',
  'wrong-state',
  'stale-version',
  'already-signed',
  'already-ruled',
  'return-cap-reached',
  'not-below-you',
  'not-above-you',
  'reason-required',
  'proof-required',
  'rating-without-contact',
  'same-key-other-body',
  'key-in-use',
  'calendar-year-unknown',
  'duplicate',
  'recall-window-over',
  'already-linked',
  'own-work',
  'wrong-master',
  'petition-window-over',
  'attachment-refused',
  'too-many-requests',
  'unsupported-media',
  'cross-site',
  'unavailable',
  'catalogue-broken',
  'calendar-broken',
  'limits-broken',
  'support-open',
  'employer-blind',
  'recused',
  'receiver-failed',
  'dry-run-required',
  'personal-in-text',
  'already-answered',
  'deadline-passed',
  'request-open',
  'extension-cap-reached',
  'pause-cap-reached',
  'paused',
  'gave-back',
  'open-work',
  'telephone-taken',
  'has-telephone',
  'contact-handed-in',
  'no-telephone',
  'in-call',
  'prolong-cap-reached',
  'not-controllable',
  'line-down',
  'already-taken',
  'hook-refused',
  'export-cap-reached',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
  }
}

export function refuse(code: RefusalCode, rest: Omit<Refusal, 'code'> = {}): never {
  throw new Refused({ code, ...rest });
}

/** A rule's answer: either the value or the reason why not. */
export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const allow = <T>(value: T): Decision<T> => ({ ok: true, value });
export const deny = (code: RefusalCode, rest: Omit<Refusal, 'code'> = {}): Decision<never> => ({
  ok: false,
  refusal: { code, ...rest },
});

/** Unwraps a decision inside a use case; the unit of work rolls back on the thrown refusal. */
export function orRefuse<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value;
  throw new Refused(decision.refusal);
}
