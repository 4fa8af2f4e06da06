import type { QueryClient } from '@tanstack/react-query';
import { get } from '../api/client';
import type { CallPop } from '../api/contract';
import { deleteDraft } from '../pages/desk/submit';
import { type ContactForm, isBlank } from '../pages/desk/contact-form';
import { desk } from '../pages/desk/desk-store';
import { popQuery } from './pop-query';
import { takeCall } from './tab-lock';

/** What the desk's form may know of a call: masks and times; what was heard meanwhile is newer than what was asked. */
function knownOf(
  pop: CallPop,
  form: ContactForm | undefined,
  answeredAt: string | null,
): Partial<ContactForm> {
  return {
    numberMasked: pop.numberMasked,
    startedAt: pop.arrivedAt,
    answeredAt: form?.answeredAt ?? pop.answeredAt ?? answeredAt,
    endedAt: form?.endedAt ?? pop.overAt,
  };
}

/** Nobody is writing anything: the new call may come to the front by itself. */
function deskIsIdle(): boolean {
  const { contacts, activeId } = desk.snapshot();
  const active = contacts.find((one) => one.id === activeId);
  return !active || isBlank(active.form);
}

export type Attached = 'here' | 'elsewhere' | 'handed-in' | 'full';

/**
 * Puts a call among my contacts, once. What is open and begun stays in front unless the person asked for the call.
 * @param front the person pressed a key for this call
 * @param takeOver from another window of the person
 */
export async function attachCall(
  client: QueryClient,
  callId: string,
  front: boolean,
  answeredAt: string | null = null,
  takeOver = false,
): Promise<Attached> {
  if (!(await takeCall(callId, takeOver))) return 'elsewhere';
  const known = desk.ofCall(callId);
  const [pop, drafts] = await Promise.all([
    client.fetchQuery({ ...popQuery(callId), staleTime: 0 }),
    known ? [] : get('/drafts'),
  ]);
  if (pop.contact && pop.contact.outcome !== 'pending') return 'handed-in';
  const stored = drafts.find((draft) => draft.id === callId);
  const opened = desk.openCall(
    callId,
    knownOf(pop, desk.ofCall(callId)?.form, answeredAt),
    front || deskIsIdle(),
    stored,
  );
  return opened ? 'here' : 'full';
}

/** It rang and was not taken: an empty form goes, a begun one stays as missed. */
export function dropMissed(callId: string, at: string): void {
  const contact = desk.ofCall(callId);
  if (!contact || contact.form.answeredAt) return;
  if (!isBlank(contact.form)) {
    desk.fill(contact.id, { endedAt: at });
    return;
  }
  desk.remove(contact.id);
  void deleteDraft(contact);
}

export function endTalk(callId: string, at: string): void {
  const contact = desk.ofCall(callId);
  if (contact) desk.note(contact.id, { endedAt: at });
}
