import { Injectable } from '@nestjs/common';
import { canonicalPhone, maskPhone, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { employerKey, IdentityStore, type TicketRowBody } from '@hotline/ticket';
import {
  CallerReads,
  type EarlierContact,
  SAME_EMPLOYER_DAYS,
  type SameEmployerRow,
} from '../data/caller-reads.js';
import { type GuessedPlace, PhonePlaceBook } from '../data/phone-place-book.js';

export interface CallerAsked {
  readonly number?: string | undefined;
  readonly employer?: string | undefined;
}

export interface SameEmployer {
  readonly total: number;
  readonly days: number;
  readonly rows: readonly SameEmployerRow[];
  /** The newest ticket about this employer. */
  readonly ticket: TicketRowBody | null;
}

export interface CallerView {
  readonly numberMasked: string | null;
  readonly nameMasked: string | null;
  readonly guess: GuessedPlace;
  readonly contactsLastYear: number;
  readonly lastRating: string | null;
  readonly abusiveLastYear: number;
  readonly openTickets: readonly TicketRowBody[];
  readonly contacts: readonly EarlierContact[];
  readonly sameEmployer: SameEmployer | null;
}

const NO_GUESS: GuessedPlace = { place: null, basis: null, candidates: [] };

/** What is known when the telephone rings: found by the number's fingerprint, shown by masks, within the agent's units. */
@Injectable()
export class LookUpCaller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly callers: CallerReads,
    private readonly identities: IdentityStore,
    private readonly places: PhonePlaceBook,
    private readonly units: UnitTree,
  ) {}

  async run(actor: Actor, { number, employer }: CallerAsked): Promise<CallerView> {
    const canonical = number === undefined ? null : canonicalPhone(number);
    if (number !== undefined && canonical === null) return refuse('invalid-input', { field: 'number' });
    const key = employerKey(employer);
    const insideEnterprise = this.isInsideEnterprise(actor);
    return this.work.read(scopeOf(actor, 'contact.log'), async (tx) => ({
      ...(await this.byNumber(tx, canonical)),
      guess: canonical === null ? NO_GUESS : this.places.guess(canonical),
      sameEmployer: key === null ? null : await this.byEmployer(tx, key, insideEnterprise),
    }));
  }

  private async byNumber(
    tx: Transaction,
    canonical: string | null,
  ): Promise<Omit<CallerView, 'guess' | 'sameEmployer'>> {
    const phone = canonical === null ? null : this.identities.phoneFingerprint(canonical);
    const summary = phone && (await this.callers.summary(tx, phone));
    return {
      numberMasked: canonical === null ? null : maskPhone(canonical),
      nameMasked: summary?.name_masked ?? null,
      contactsLastYear: summary?.contacts ?? 0,
      lastRating: summary?.last_rating ?? null,
      abusiveLastYear: summary?.abusive ?? 0,
      openTickets: phone ? await this.callers.openTickets(tx, phone) : [],
      contacts: phone ? await this.callers.contacts(tx, phone) : [],
    };
  }

  /** An agent of a union inside an enterprise may be of the one that is asked about. */
  private isInsideEnterprise(actor: Actor): boolean {
    return actor.memberships.some(({ unitId }) => this.units.current().find(unitId)?.level === 'enterprise');
  }

  private async byEmployer(tx: Transaction, key: string, nameless: boolean): Promise<SameEmployer | null> {
    const { total, rows: named } = await this.callers.sameEmployer(tx, key);
    const rows = nameless ? named.map((one) => ({ ...one, nameMasked: null })) : named;
    const [newest] = rows;
    if (!newest) return null;
    return { total, days: SAME_EMPLOYER_DAYS, rows, ticket: await this.callers.ticket(tx, newest.ticketId) };
  }
}
