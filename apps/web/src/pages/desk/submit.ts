import { OfflineError, ProblemError, send } from '../../api/client';
import type { LogContactBody } from '../../api/contract';
import { queryClient } from '../../api/queries';
import { serverTime } from '../../api/server-clock';
import { text } from '../../app/i18n';
import { isEmpty, keepUnsaved, sendable, type LegalFacts } from '../../legal';
import { newId } from '../../parts';
import type { ContactForm } from './contact-form';
import { desk, type DeskContact } from './desk-store';
import { emergencyField, type EmergencyForm, missingInEmergency } from './emergency';
import { focusDesk } from './focus';
import { contactBody, missingFor, ticketBody } from './submission';

/** `contact.number` → `number`, `places.workplace.code` → `workplace`: where the form shows what the server refused. */
export function formFieldOf(path: string, emergency: EmergencyForm): string {
  if (path.startsWith('emergency.')) return emergencyField(path, emergency);
  const parts = path.replace(/^contact\./, '').split('.');
  if (parts[0] === 'places') return parts[1] ?? 'form';
  if (parts[0] === 'worker') return parts[1] === 'name' ? 'workerName' : 'workerPhone';
  if (parts[0] === 'summary') return 'text';
  return parts[0] ?? 'form';
}

function problemsOf(error: unknown, { emergency }: ContactForm): Record<string, string> {
  if (error instanceof OfflineError) return { form: text('desk', 'sendOffline') };
  if (!(error instanceof ProblemError)) return { form: text('desk', 'sendFailed') };
  const { problem } = error;
  if (problem.code === repeated) return { form: text('desk', 'sentBefore') };
  const found: Record<string, string> = {};
  for (const one of problem.errors ?? []) found[formFieldOf(one.field, emergency)] = one.detail;
  if (problem.field) found[formFieldOf(problem.field, emergency)] ??= problem.detail || problem.title;
  found['form'] = `${problem.detail || problem.title}${problem.requestId ? ` · ${problem.requestId}` : ''}`;
  return found;
}

const repeated = 'same-key-other-body';

/** After a clear refusal nothing was written, so the corrected form is a new submission; otherwise the key stays. */
function keyAfter(contact: DeskContact, error: unknown): string {
  if (error instanceof ProblemError && error.problem.code === repeated) return contact.form.key;
  const refused = error instanceof ProblemError && [400, 403, 404, 413, 422].includes(error.status);
  return refused ? newId() : contact.form.key;
}

function markMissing(contact: DeskContact, purpose: 'answer' | 'dispatch'): boolean {
  const missing = missingFor(contact.form, purpose);
  const first = missing[0];
  if (!first) return false;
  const problems = Object.fromEntries(missing.map((field) => [field, text('desk', `missing.${field}`)]));
  const names = missing.map((field) => text('desk', `label.${field}`)).join(text('desk', 'comma'));
  desk.patch(contact.id, { problems: { ...problems, form: text('desk', 'missing.form', { names }) } });
  if (first !== 'number') focusDesk(first);
  return true;
}

/** Reasons the record of the urgent path cannot do without; the strip opens where one is missing. */
function markUrgent({ id, form }: DeskContact): boolean {
  const missing = form.urgency === 'urgent' ? missingInEmergency(form.emergency) : [];
  if (missing.length === 0) return false;
  if (!form.emergency.open) desk.fill(id, { emergency: { ...form.emergency, open: true } });
  const words = (place: string) => text('urgent', `missing.${place.split('.').at(-1) ?? place}`);
  const problems = Object.fromEntries(missing.map((place) => [`emergency.${place}`, words(place)]));
  desk.patch(id, { problems: { ...problems, form: words(missing[0] ?? '') } });
  focusDesk('urgent');
  return true;
}

/** The contact is over when it is handed in; kept in the form, so that a retry says the same. */
function hangUp(id: string): boolean {
  const form = desk.contact(id)?.form;
  const open = form?.channel === 'call' && !form.callId && !form.endedAt;
  if (open) desk.fill(id, { endedAt: serverTime() });
  return open === true;
}

async function hand<A>(
  id: string,
  post: (contact: DeskContact, options: { idempotencyKey: string }) => Promise<A>,
): Promise<A | null> {
  const hungUp = hangUp(id);
  const contact = desk.contact(id);
  if (!contact || contact.sending) return null;
  desk.patch(id, { sending: true, problems: {} });
  const saver = desk.saver(id);
  await saver?.hold();
  try {
    return await post(contact, { idempotencyKey: contact.form.key });
  } catch (error) {
    desk.patch(id, { sending: false, problems: problemsOf(error, contact.form) });
    const key = keyAfter(contact, error);
    if (key !== contact.form.key) desk.fill(id, { key, ...(hungUp ? { endedAt: null } : {}) }, true);
    else if (saver?.dirty) saver.resume();
    return null;
  }
}

function done(): void {
  void queryClient.invalidateQueries({ queryKey: ['my-contacts'] });
  if (desk.snapshot().activeId) focusDesk('kind');
}

/** Logs the contact and closes it; no ticket. */
export async function closeContact(id: string, outcome: LogContactBody['outcome']): Promise<void> {
  const contact = desk.contact(id);
  if (!contact || (outcome === 'answered' && markMissing(contact, 'answer'))) return;
  const logged = await hand(id, (one, options) =>
    send('POST', '/contacts', { ...contactBody(one.form, outcome), draftId: one.id }, options),
  );
  if (!logged) return;
  desk.remove(id, { kind: 'contact', id: logged.id, at: Date.now(), contact: logged });
  done();
}

const ATTEMPTS = 3;

/** The days typed for legal periods follow the ticket; what cannot be handed over waits on its page. */
async function handLegalFacts(ticketId: string, legal: LegalFacts): Promise<void> {
  if (isEmpty(legal)) return;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      await send('POST', `/tickets/${ticketId}/legal-facts`, { replaces: 0, facts: sendable(legal) });
      return;
    } catch (error) {
      if (!(error instanceof OfflineError) || attempt === ATTEMPTS) break;
      await new Promise((resolve) => setTimeout(resolve, attempt * 2_000));
    }
  }
  keepUnsaved(ticketId, legal);
}

/** Opens the ticket; the server sends it on its way. */
export async function dispatchContact(id: string): Promise<void> {
  const contact = desk.contact(id);
  if (!contact || markMissing(contact, 'dispatch') || markUrgent(contact)) return;
  const ticket = await hand(id, (one, options) =>
    send('POST', '/tickets', ticketBody(one.form, one.id), options),
  );
  if (!ticket) return;
  void handLegalFacts(ticket.id, contact.form.legal);
  desk.remove(id, { kind: 'ticket', id: ticket.id, at: Date.now(), ticket });
  done();
}

/** Gives the contact up; its draft is deleted when the time for undo is over (see Finished). */
export function discardContact(id: string): void {
  const contact = desk.contact(id);
  if (!contact) return;
  desk.remove(id, { kind: 'discarded', id, at: Date.now(), contact });
}

export async function deleteDraft(contact: DeskContact): Promise<void> {
  if (contact.status.savedAt) await send('DELETE', `/drafts/${contact.id}`).catch(() => undefined);
}
