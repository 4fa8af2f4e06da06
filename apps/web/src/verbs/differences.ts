import type { TicketView } from '../api/contract';

export interface Difference {
  name: 'state' | 'accountable' | 'turn' | 'due' | 'reports' | 'contacts' | 'returns';
  was: string;
  is: string;
}

export interface DifferenceWords {
  state: (ticket: TicketView) => string;
  turn: (ticket: TicketView) => string;
  time: (at: string | null) => string;
}

/** What a person must know before sending again: the few facts of a ticket that differ between two versions. */
export function differences(was: TicketView, is: TicketView, words: DifferenceWords): Difference[] {
  const facts: [Difference['name'], (ticket: TicketView) => string][] = [
    ['state', words.state],
    ['accountable', (ticket) => ticket.accountable?.name ?? '—'],
    ['turn', words.turn],
    ['due', (ticket) => words.time(ticket.nextDueAt)],
    ['reports', (ticket) => String(ticket.reports.length)],
    ['contacts', (ticket) => String(ticket.workerContacts.length)],
    ['returns', (ticket) => String(ticket.returns.length)],
  ];
  return facts
    .map(([name, read]) => ({ name, was: read(was), is: read(is) }))
    .filter((difference) => difference.was !== difference.is);
}
