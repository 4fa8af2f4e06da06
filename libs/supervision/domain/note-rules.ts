import { allow, type Decision, deny } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { hasPersonalNumber, maskPersonalNumbers } from '@hotline/ticket';

/** `unit`: the author's own unit; `chain`: it and its superiors; `all`: every unit with the ticket. */
export const NOTE_CIRCLES = ['unit', 'chain', 'all'] as const;
export type NoteCircle = (typeof NOTE_CIRCLES)[number];

export const MENTION_ROLES = ['agent', 'dispatcher', 'handler', 'supervisor', 'any'] as const;
export type MentionRole = (typeof MENTION_ROLES)[number];

export interface Mention {
  readonly unitId: string;
  readonly role: MentionRole;
}

/** What may be stored: a text with a phone or ID number only starred, and only when the author says so. */
export function cleanText(field: string, text: string, mask: boolean): Decision<string> {
  if (!hasPersonalNumber(text)) return allow(text);
  return mask ? allow(maskPersonalNumbers(text)) : deny('personal-in-text', { field });
}

/** Is this person meant by a mention? */
export const isMeant = (actor: Actor, { unitId, role }: Mention): boolean =>
  actor.memberships.some((one) => one.unitId === unitId && (role === 'any' || one.role === role));

export interface NoteSight {
  readonly unitId: string;
  readonly unitPath: string;
  readonly visible: NoteCircle;
  readonly mentioned: readonly string[];
}

/** May this reader of the ticket read the note? Who is mentioned always may. */
export function maySee(actor: Actor, note: NoteSight): boolean {
  if (note.visible === 'all') return true;
  return actor.memberships.some(
    (one) =>
      one.unitId === note.unitId ||
      note.mentioned.includes(one.unitId) ||
      (note.visible === 'chain' && note.unitPath.startsWith(one.path)),
  );
}
