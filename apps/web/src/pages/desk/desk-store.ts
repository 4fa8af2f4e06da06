import { get } from '../../api/client';
import type { Channel, ContactView, DraftView, TicketView } from '../../api/contract';
import { serverTime } from '../../api/server-clock';
import { DraftSaver, newId, putDraft, type SaveStatus } from '../../parts';
import { blankForm, formOf, isBlank, type ContactForm } from './contact-form';

export interface DeskContact {
  id: string; // also the id of its draft
  form: ContactForm;
  status: SaveStatus;
  sending: boolean;
  problems: Record<string, string>; // form field → what is wrong; `form` for the whole
}

export type Finished =
  | { kind: 'ticket'; id: string; at: number; ticket: TicketView }
  | { kind: 'contact'; id: string; at: number; contact: ContactView }
  | { kind: 'discarded'; id: string; at: number; contact: DeskContact };

export interface DeskState {
  loaded: boolean;
  contacts: readonly DeskContact[];
  activeId: string | null;
  finished: readonly Finished[];
}

export const mostContacts = 30;
const fresh: SaveStatus = { phase: 'fresh', savedAt: null, retryAt: null, offline: false };

/** The contacts on this desk. Lives outside of React, so that leaving the page for another keeps every word. */
export class DeskStore {
  private state: DeskState = { loaded: false, contacts: [], activeId: null, finished: [] };
  private readonly savers = new Map<string, DraftSaver>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): DeskState => this.state;

  private set(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private saverOf(id: string, version: number, savedAt: string | null): DraftSaver {
    const changed = (status: SaveStatus): void => {
      this.patch(id, { status });
      if (status.phase === 'conflict') void this.adopt(id);
    };
    const saver = new DraftSaver({ version, savedAt, put: putDraft(id, 'contact', null), changed });
    this.savers.set(id, saver);
    return saver;
  }

  /** Another window of this person wrote the call down first: its copy counts as long as nothing was typed here. */
  private async adopt(id: string): Promise<void> {
    if (!this.contact(id)?.form.callId) return;
    const stored = (await get('/drafts').catch(() => [])).find((draft) => draft.id === id);
    const form = this.contact(id)?.form;
    if (!stored || !form || !isBlank(form)) return;
    this.saver(id)?.adopt(stored.version, stored.savedAt);
    const { answeredAt, endedAt } = form;
    this.patch(id, { form: { ...formOf(stored.body, stored.savedAt), answeredAt, endedAt } });
  }

  /** Takes in the stored drafts once; contacts already on the desk are newer and stay as they are. */
  load(drafts: DraftView[], wanted: string | null): void {
    const known = new Set(this.state.contacts.map((contact) => contact.id));
    const stored = drafts
      .filter((draft) => draft.purpose === 'contact' && !known.has(draft.id))
      .map<DeskContact>((draft) => {
        const { status } = this.saverOf(draft.id, draft.version, draft.savedAt);
        return {
          id: draft.id,
          form: formOf(draft.body, draft.savedAt),
          status,
          sending: false,
          problems: {},
        };
      });
    const contacts = [...this.state.contacts, ...stored].sort((a, b) =>
      b.form.startedAt.localeCompare(a.form.startedAt),
    );
    const chosen = contacts.find((contact) => contact.id === wanted) ?? contacts[0];
    this.set({ loaded: true, contacts, activeId: this.state.activeId ?? chosen?.id ?? null });
  }

  add(channel: Channel): string | null {
    if (this.state.contacts.length >= mostContacts) return null;
    const id = newId();
    this.saverOf(id, 0, null);
    const form = blankForm(channel, serverTime());
    const contact: DeskContact = { id, form, status: fresh, sending: false, problems: {} };
    this.set({ contacts: [contact, ...this.state.contacts], activeId: id });
    return id;
  }

  /**
   * The call as a contact; its draft bears the id of the call, so that a reload or another tab finds the same one. Stored
   * at once: the words of a call must not hang on the first key press.
   * @returns null when the desk is full
   */
  openCall(
    callId: string,
    change: Partial<ContactForm>,
    activate: boolean,
    stored?: DraftView,
  ): string | null {
    const known = this.state.contacts.find((one) => one.form.callId === callId);
    if (known) {
      this.note(known.id, change);
      if (activate) this.set({ activeId: known.id });
      return known.id;
    }
    if (this.state.contacts.length >= mostContacts) return null;
    const saver = this.saverOf(callId, stored?.version ?? 0, stored?.savedAt ?? null);
    const begun = stored ? formOf(stored.body, stored.savedAt) : blankForm('call', serverTime());
    const form = { ...begun, ...change, callId };
    const contact: DeskContact = { id: callId, form, status: saver.status, sending: false, problems: {} };
    const activeId = activate ? callId : (this.state.activeId ?? callId);
    this.set({ contacts: [contact, ...this.state.contacts], activeId });
    saver.change({ ...form });
    return callId;
  }

  ofCall(callId: string): DeskContact | undefined {
    return this.state.contacts.find((one) => one.form.callId === callId);
  }

  activate(id: string): void {
    if (this.state.contacts.some((contact) => contact.id === id)) this.set({ activeId: id });
  }

  patch(id: string, change: Partial<DeskContact>): void {
    this.set({ contacts: this.state.contacts.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  }

  contact(id: string): DeskContact | undefined {
    return this.state.contacts.find((one) => one.id === id);
  }

  /** Changes the form and saves it after a pause; a problem shown at a changed field is gone. */
  fill(id: string, change: Partial<ContactForm>, keepProblems = false): void {
    const contact = this.contact(id);
    if (!contact || contact.sending) return;
    const form = { ...contact.form, ...change };
    const kept = Object.entries(contact.problems).filter(
      ([field]) => keepProblems || (field !== 'form' && !((field.split('.')[0] ?? field) in change)),
    );
    this.patch(id, { form, problems: Object.fromEntries(kept) });
    this.savers.get(id)?.change({ ...form });
  }

  /** What the line tells of its call: shown, and saved with the next word that a person types. */
  note(id: string, change: Partial<ContactForm>): void {
    const form = this.contact(id)?.form;
    if (form) this.patch(id, { form: { ...form, ...change } });
  }

  saver(id: string): DraftSaver | undefined {
    return this.savers.get(id);
  }

  /** Takes the contact off the desk; the neighbour comes forward. */
  remove(id: string, finished?: Finished): void {
    const at = this.state.contacts.findIndex((contact) => contact.id === id);
    const contacts = this.state.contacts.filter((contact) => contact.id !== id);
    const next = contacts[Math.min(Math.max(at, 0), contacts.length - 1)]?.id ?? null;
    const activeId = this.state.activeId === id ? next : this.state.activeId;
    this.savers.get(id)?.stop();
    this.savers.delete(id);
    this.set({
      contacts,
      activeId,
      finished: finished ? [finished, ...this.state.finished].slice(0, 3) : this.state.finished,
    });
  }

  /** Brings back a contact that was given up; its draft is written anew under a new id. */
  restore(contact: DeskContact): void {
    const id = newId();
    const saver = this.saverOf(id, 0, null);
    this.set({ contacts: [{ ...contact, id, status: fresh }, ...this.state.contacts], activeId: id });
    saver.change({ ...contact.form });
  }

  dismiss(id: string): void {
    this.set({ finished: this.state.finished.filter((one) => one.id !== id) });
  }

  get unsaved(): boolean {
    return [...this.savers.values()].some((saver) => saver.dirty);
  }

  flushAll(): void {
    for (const saver of this.savers.values()) void saver.flush(true);
  }
}

export const desk = new DeskStore();
