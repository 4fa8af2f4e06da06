import type { Answer } from './api.js';

/** What a ticket looks like to the ledger. */
export interface SeenTicket {
  readonly id: string;
  readonly state: string;
  readonly openedAt: string;
  readonly queueReason: string | null;
  readonly accountable: { readonly name: string } | null;
}

const EXAMPLES = 5;

interface Reason {
  count: number;
  /** The first rows it happened to. */
  readonly rows: number[];
}

export interface LedgerFigures {
  readonly read: number;
  readonly sent: number;
  readonly accepted: { readonly new: number; readonly alreadyThere: number };
  readonly refused: Readonly<Record<string, Reason>>;
  /** Never sent, or sent and not answered before the run was stopped. */
  readonly notSent: number;
  readonly states: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, number>>;
  readonly dispatcherQueue: Readonly<Record<string, number>>;
  readonly checked: number;
  readonly lost: Readonly<Record<string, Reason>>;
  readonly lostCount: number;
}

/** Accounts for every row by its number, its code and the id of its ticket; what a row says is never kept. */
export class Ledger {
  read = 0;
  sent = 0;
  checked = 0;
  /** Row number → ticket id. */
  readonly tickets = new Map<number, string>();
  private created = 0;
  private readonly refusals = new Map<string, Reason>();
  private readonly losses = new Map<string, Reason>();
  private readonly places = new Map<number, SeenTicket>();

  constructor(private readonly startedAt: Date) {}

  refuse(row: number, code: string): void {
    note(this.refusals, code, row);
  }

  /** `openedAt` tells a ticket of this run from one that an earlier run with the same key opened. */
  accept(row: number, ticket: SeenTicket): void {
    this.tickets.set(row, ticket.id);
    if (new Date(ticket.openedAt) >= this.startedAt) this.created += 1;
  }

  lose(row: number, why: string): void {
    note(this.losses, why, row);
  }

  /** What a second look at an accepted row found. */
  found(row: number, answer: Answer, ticket: SeenTicket | null): void {
    this.checked += 1;
    if (!ticket) return this.lose(row, `no-answer-later:${answer.code}`);
    if (ticket.id !== this.tickets.get(row)) return this.lose(row, 'another-ticket-for-the-same-key');
    this.places.set(row, ticket);
  }

  /** Rows whose ticket was still on its way when it was looked at. */
  underway(): number[] {
    return [...this.places].filter(([, { state }]) => state === 'queued').map(([row]) => row);
  }

  moved(row: number, ticket: SeenTicket): void {
    this.places.set(row, ticket);
  }

  get refused(): number {
    return total(this.refusals);
  }

  get lost(): number {
    return total(this.losses);
  }

  figures(): LedgerFigures {
    const seen = [...this.places.values()];
    const accepted = this.tickets.size;
    return {
      read: this.read,
      sent: this.sent,
      accepted: { new: this.created, alreadyThere: accepted - this.created },
      refused: Object.fromEntries(this.refusals),
      notSent: this.read - accepted - this.refused - this.lostBeforeAccepted(),
      states: tally(seen.map(({ state }) => state)),
      units: tally(seen.map(({ accountable }) => accountable?.name ?? '—')),
      dispatcherQueue: tally(
        seen.filter(({ state }) => state === 'unclear').map(({ queueReason }) => queueReason ?? '—'),
      ),
      checked: this.checked,
      lost: Object.fromEntries(this.losses),
      lostCount: this.lost,
    };
  }

  private lostBeforeAccepted(): number {
    return [...this.losses]
      .filter(([why]) => why.startsWith('undecided:'))
      .reduce((sum, [, { count }]) => sum + count, 0);
  }
}

function note(reasons: Map<string, Reason>, code: string, row: number): void {
  const reason = reasons.get(code) ?? { count: 0, rows: [] };
  reason.count += 1;
  if (reason.rows.length < EXAMPLES) reason.rows.push(row);
  reasons.set(code, reason);
}

const total = (reasons: ReadonlyMap<string, Reason>): number =>
  [...reasons.values()].reduce((sum, { count }) => sum + count, 0);

/** Largest first. */
function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
