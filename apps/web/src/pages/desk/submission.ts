import type { CasePlacesInput, LogContactBody, OpenTicketBody, PreviewRouteBody } from '../../api/contract';
import { emergencyBody } from './emergency';
import { placeNames, titleFrom, type ContactForm } from './contact-form';

/** Leaves out what is empty, so that the server sees absent fields as absent. */
function filled<T extends object>(body: T): T {
  const entries = Object.entries(body).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(entries) as T;
}

export function placesOf(form: ContactForm): CasePlacesInput {
  const places: CasePlacesInput = {};
  for (const name of placeNames) {
    const place = form.places[name];
    if (place) places[name] = { code: place.code, guessed: place.guessed };
  }
  return places;
}

function timesOf(form: ContactForm, outcome: LogContactBody['outcome']): Partial<LogContactBody> {
  const answered = form.answeredAt ?? (form.channel === 'call' ? form.startedAt : undefined);
  return {
    startedAt: form.startedAt,
    ...(outcome !== 'abandoned' && answered ? { answeredAt: answered } : {}),
    ...(form.endedAt ? { endedAt: form.endedAt } : {}),
  };
}

/** The switchboard knows the times; what is sent must not change when they do, or a retry would say something else. */
function ofCall(
  { callId, startedAt }: ContactForm,
  outcome: LogContactBody['outcome'],
): Partial<LogContactBody> {
  const answered = outcome === 'abandoned' ? {} : { answeredAt: startedAt };
  return { ...(callId ? { callId } : {}), startedAt, ...answered };
}

/**
 * Depends on the form alone: a retry with the same Idempotency-Key must repeat every letter, or the server refuses it.
 */
export function contactBody(form: ContactForm, outcome: LogContactBody['outcome']): LogContactBody {
  return filled<LogContactBody>({
    channel: form.channel,
    number: form.number.replace(/[\s-]/g, ''),
    callerName: form.workerName.trim(),
    ...(form.callId ? ofCall(form, outcome) : timesOf(form, outcome)),
    outcome,
    kind: form.kind ?? undefined,
    field: form.field ?? undefined,
    item: form.item ?? undefined,
    places: placesOf(form),
    employer: form.employer.trim(),
    summary: form.text.trim(),
    answer: form.answer.trim(),
    callRating: form.callRating ?? undefined,
  } as LogContactBody);
}

export function ticketBody(form: ContactForm, draftId: string): OpenTicketBody {
  const phone = form.workerPhone.trim() || form.number;
  const worker = filled({ name: form.workerName.trim(), phone: phone.replace(/[\s-]/g, '') });
  return filled<OpenTicketBody>({
    contact: contactBody(form, 'open'),
    kind: form.kind ?? 'help',
    field: form.field ?? '',
    item: form.item ?? undefined,
    tags: form.tags,
    difficulty: form.difficulty,
    urgency: form.urgency,
    emergency: form.urgency === 'urgent' ? emergencyBody(form.emergency) : undefined,
    industry: form.industry ?? undefined,
    places: placesOf(form),
    employer: form.employer.trim(),
    people: form.people ?? undefined,
    confidentiality: form.confidentiality ?? 'employer-blind',
    worker,
    title: form.title.trim() || titleFrom(form.text),
    text: form.text.trim(),
    attachmentIds: form.attachments.map((attachment) => attachment.id),
    draftId,
    dispatchTo: form.override ? { unitId: form.override.unit.id, reason: form.override.reason } : undefined,
  } as OpenTicketBody);
}

export function previewBody(form: ContactForm): PreviewRouteBody {
  return filled<PreviewRouteBody>({
    kind: form.kind ?? undefined,
    field: form.field ?? undefined,
    tags: form.tags,
    industry: form.industry ?? undefined,
    places: placesOf(form),
    employer: form.employer.trim(),
    urgency: form.urgency,
    difficulty: form.difficulty,
    confidentiality: form.confidentiality ?? undefined,
  } as PreviewRouteBody);
}

export type FormField = 'number' | 'kind' | 'field' | 'confidentiality' | 'text';

/** What a person must still fill in, in the order of the form. */
export function missingFor(form: ContactForm, purpose: 'answer' | 'dispatch'): FormField[] {
  const missing: FormField[] = [];
  if (!form.kind) missing.push('kind');
  if (purpose === 'dispatch' && !form.field) missing.push('field');
  if (purpose === 'dispatch' && !form.confidentiality) missing.push('confidentiality');
  if (form.text.trim() === '') missing.push('text');
  return missing;
}

/** The kinds that usually end with the answer; the others lead to a ticket. */
export function leadsTo(form: ContactForm): 'answer' | 'dispatch' {
  // An emergency is never over with an answer: its record and its leader hang on the ticket.
  if (form.urgency === 'urgent') return 'dispatch';
  return form.kind === 'consult' || form.kind === 'praise' || form.kind === 'invalid' ? 'answer' : 'dispatch';
}
