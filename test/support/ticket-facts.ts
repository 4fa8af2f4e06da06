import type { Unit } from '@hotline/organization';
import { type HopFacts, NO_RECORDS, type OpenClock, openClockOf, type TicketFacts } from '@hotline/ticket';
import { NATION } from './small-tree.js';

export const OPENED = new Date('2026-03-10T01:00:00.000Z');
export const AGENT = '00000000-0000-7000-8000-00000000a9e1';

const unknown = { code: null, guessed: false };
const ref = (unit: Unit) => ({ id: unit.id, path: unit.path });

/** A ticket in words: `aTicket().dispatchedTo(NANSHAN).signed()`. */
export class TicketBuilder {
  private hops: HopFacts[] = [];
  private rest: Partial<TicketFacts> = {};

  constructor(private readonly intake: Unit = NATION) {
    this.hop(null, intake, AGENT);
  }

  private hop(from: Unit | null, to: Unit, sentBy: string | null): void {
    const last = this.hops.at(-1);
    if (last) this.hops[this.hops.length - 1] = { ...last, passedAt: last.passedAt ?? OPENED };
    this.hops.push({
      id: `00000000-0000-7000-8000-0000000000${String(this.hops.length + 10)}`,
      seq: this.hops.length + 1,
      fromUnitId: from?.id ?? null,
      toUnitId: to.id,
      toPath: to.path,
      sentAt: OPENED,
      sentBy,
      signedAt: null,
      firstContactAt: null,
      passedAt: null,
      reportedAt: null,
      returnedAt: null,
      recalledAt: null,
      explanation: { text: '', catalogueVersion: null, rule: null },
    });
    this.rest = { ...this.rest, accountable: ref(to), turn: { unit: ref(to), expected: 'dispatch' } };
  }

  /** Sends along the given units; the last one has to sign. */
  dispatchedTo(...units: Unit[]): this {
    let from = this.intake;
    for (const unit of units) {
      this.hop(from, unit, null);
      from = unit;
    }
    return this.with({
      state: 'dispatched',
      turn: { unit: ref(from), expected: 'sign' },
      targetUnitId: from.id,
    });
  }

  signed(): this {
    const last = this.hops.at(-1);
    if (last) this.hops[this.hops.length - 1] = { ...last, signedAt: OPENED };
    const { turn } = this.build();
    return this.with({ state: 'handling', turn: turn && { unit: turn.unit, expected: 'report' } });
  }

  with(rest: Partial<TicketFacts>): this {
    this.rest = { ...this.rest, ...rest };
    return this;
  }

  build(): TicketFacts {
    return {
      id: '00000000-0000-7000-8000-000000000001',
      no: '20260310-00001',
      version: this.hops.length,
      state: 'queued',
      kind: 'complaint',
      field: 'pay',
      item: null,
      tags: [],
      industry: null,
      difficulty: 'general',
      urgency: 'general',
      confidentiality: 'open',
      employer: null,
      places: { caller: unknown, workplace: unknown, employerSeat: unknown, insurance: unknown },
      identityId: null,
      intake: ref(this.intake),
      targetUnitId: null,
      accountable: ref(this.intake),
      turn: { unit: ref(this.intake), expected: 'dispatch' },
      queueReason: null,
      dueAt: null,
      redoCount: 0,
      openedAt: OPENED,
      recallUntil: null,
      recallHopId: null,
      lastSeq: this.hops.length,
      hops: this.hops,
      openClocks: [],
      ...NO_RECORDS,
      ...this.rest,
    };
  }
}

/** A clock that runs, in one line. */
export const aClock = (id: string, kind: OpenClock['kind'], unit: Unit, subjectId?: string): OpenClock =>
  openClockOf({
    id,
    kind,
    unitId: unit.id,
    hopId: null,
    startedAt: OPENED,
    yellowAt: OPENED,
    dueAt: OPENED,
    calendarVersion: 1,
    provisional: false,
    limitId: 'any',
    limitAmount: 1,
    limitUnit: 'working-days',
    ...(subjectId ? { subjectId } : {}),
  });

export const aTicket = (intake?: Unit): TicketBuilder => new TicketBuilder(intake);
