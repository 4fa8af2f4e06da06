import { useState } from 'react';
import type { Channel, Kind } from '../../api/contract';
import { desk, type DeskState } from './desk-store';
import { focusDesk } from './focus';
import { closeContact, dispatchContact } from './submit';
import { missingFor } from './submission';
import type { DeskActs } from './useDeskCommands';

interface Acting {
  acts: DeskActs;
  answering: boolean;
  stopAnswering: () => void;
  panel: boolean;
  closePanel: () => void;
}

function begin(channel: Channel): void {
  if (desk.add(channel)) focusDesk(channel === 'call' ? 'number' : 'kind');
}

/** A digit on a consultation leads straight to the text: its other fields may stay empty. */
function chooseKind(id: string | null, kind: Kind): void {
  if (!id) return;
  desk.fill(id, { kind });
  focusDesk(kind === 'consult' ? 'text' : 'kind');
}

function keep(state: DeskState): void {
  const { activeId, contacts } = state;
  if (!activeId) return;
  void desk.saver(activeId)?.flush();
  const at = contacts.findIndex((contact) => contact.id === activeId);
  const next = contacts[(at + 1) % contacts.length];
  if (!next || next.id === activeId) return;
  desk.activate(next.id);
  focusDesk('kind');
}

/** Marks the case at once and opens its strip beside the form; what is being typed keeps the focus until asked again. */
function urgent(id: string): void {
  const form = desk.contact(id)?.form;
  if (!form) return;
  if (form.urgency === 'urgent' && form.emergency.open) focusDesk('urgent');
  else desk.fill(id, { urgency: 'urgent', emergency: { ...form.emergency, open: true } });
}

/** The verbs of the desk on the open contact. */
export function useActs(state: DeskState, offline: boolean): Acting {
  const [answeringId, setAnsweringId] = useState<string | null>(null);
  const [panel, setPanel] = useState(false);
  const id = state.activeId;
  const answering = id !== null && answeringId === id;
  const close = (): void => {
    const contact = id ? desk.contact(id) : undefined;
    if (!contact || offline) return;
    if (answering || missingFor(contact.form, 'answer').length > 0) {
      void closeContact(contact.id, 'answered');
      return;
    }
    setAnsweringId(contact.id);
    focusDesk('answer');
  };
  const acts: DeskActs = {
    begin,
    close,
    chooseKind: (kind) => chooseKind(id, kind),
    urgent: () => {
      if (id) urgent(id);
    },
    keep: () => keep(state),
    dispatch: () => {
      if (id && !offline) void dispatchContact(id);
    },
    togglePanel: () => setPanel((open) => !open),
  };
  const stopAnswering = (): void => {
    setAnsweringId(null);
    focusDesk('text');
  };
  return { acts, answering, stopAnswering, panel, closePanel: () => setPanel(false) };
}
