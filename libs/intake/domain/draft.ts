import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import { TICKET_VERBS, type TicketVerb } from '@hotline/ticket';

const APART = [
  'contact',
  'call-back',
  'note',
  'order',
  'unit-change',
  'ladder',
  'handling-settings',
  'shift-week',
  'presence-settings',
  'wallboard-limits',
] as const;
/**
 * A contact, a note, a change of the tree, of the ladder or of the rules of handling, or the form of one verb: the draft
 * of a form bears the name of its verb.
 */
export const DRAFT_PURPOSES: (TicketVerb | (typeof APART)[number])[] = [...APART, ...TICKET_VERBS];
export type DraftPurpose = (typeof DRAFT_PURPOSES)[number];

/** What a person has typed and not handed in. */
export interface Draft {
  readonly id: string;
  readonly purpose: DraftPurpose;
  /** The ticket a form is about, or the part of it that a supporting unit works on; null for a contact and for settings. */
  readonly subjectId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly savedAt: Instant;
}

/** A page being closed may send no more than this. */
export const MOST_DRAFT_BYTES = 64 * 1024;
/** As many contacts as one desk can hold open. */
export const MOST_CONTACT_DRAFTS = 30;

/**
 * May this copy be saved? `given` is the version it was typed over (0 = never saved), `stored` the newest one;
 * `others` are the further contact drafts of the account.
 */
export function mayStore(
  given: number,
  stored: Draft | null,
  purpose: DraftPurpose,
  others: number,
): Decision<number> {
  if (stored && stored.version !== given) {
    return deny('stale-version', { facts: { yours: given, newest: stored.version }, current: stored });
  }
  // Handed in or given up elsewhere: a late save must not bring it back.
  if (!stored && given > 0) return deny('not-found');
  if (!stored && purpose === 'contact' && others >= MOST_CONTACT_DRAFTS) {
    return deny('invalid-input', { field: 'purpose', facts: { most: MOST_CONTACT_DRAFTS } });
  }
  return allow(given + 1);
}
