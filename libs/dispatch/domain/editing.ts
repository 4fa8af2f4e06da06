import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import { type Actor, overrules } from '@hotline/organization';

/** Path of the national union: the catalogue is one for the whole country. */
export const ROOT_PATH = 'cn/';
export const MOST_RULES = 300;

const YEAR_MS = 366 * 86_400_000;
const LATEST_MS = 2 * YEAR_MS;

export const DRAFT_VERBS = ['change', 'dry-run', 'publish', 'discard'] as const;
export type DraftVerb = (typeof DRAFT_VERBS)[number];

interface Owned {
  readonly authorId: string;
  readonly publishedVersion: number | null;
}

/** Only a membership at the root: a catalogue sends the tickets of every province. */
export const mayPublish = (actor: Actor): boolean => overrules(actor, 'catalogue.edit', ROOT_PATH);

/** A draft is its author's; the national union may take any of them up. */
export function mayWrite(actor: Actor, draft: Owned): Decision<true> {
  if (draft.authorId !== actor.accountId && !mayPublish(actor)) return deny('forbidden');
  return draft.publishedVersion === null ? allow(true) : deny('wrong-state');
}

/** What the console may offer this person; everybody who writes catalogues may try a draft on their own tickets. */
export function draftVerbs(actor: Actor, draft: Owned): DraftVerb[] {
  if (draft.publishedVersion !== null) return [];
  const own: DraftVerb[] = mayWrite(actor, draft).ok ? ['change', 'discard'] : [];
  return [...own, 'dry-run', ...(mayPublish(actor) ? (['publish'] as const) : [])];
}

/**
 * When a version begins: now, or a day to come. Never in the past, because tickets already decided would then name
 * another version than the one in force when they were opened.
 */
export function beginning(asked: Instant | null, now: Instant): Decision<Instant> {
  if (!asked) return allow(now);
  const ahead = asked.getTime() - now.getTime();
  return ahead >= 0 && ahead <= LATEST_MS ? allow(asked) : deny('invalid-input', { field: 'effectiveFrom' });
}
