import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, Refused, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, hasCode, mayDo, MovingClocks, PAUSE_REASONS, TicketStore } from '@hotline/ticket';
import { PauseStore } from '../data/pause-store.js';
import { checkPause, pauseTicket } from '../domain/pause-steps.js';

export interface PauseOrder {
  readonly reasonCode: string;
  /** Whom the work waits for. */
  readonly thirdParty: string;
  readonly reason: string;
  readonly workingDays: number;
}

/** The accountable unit waits for a named third party, at most so long; the deadlines move by as much. */
@Injectable()
export class PauseTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: PauseStore,
    private readonly units: UnitTree,
    private readonly moving: MovingClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, order: PauseOrder): Promise<void> {
    if (!hasCode(PAUSE_REASONS, order.reasonCode)) return refuse('unknown-category', { field: 'reasonCode' });
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('pause', facts, actor, tx.now));
      const { id: hopId, toUnitId: unitId } = custody(facts);
      const until = this.moving.workingDaysLater(unitId, order.workingDays, tx.now);
      const wrong = checkPause(facts, order.workingDays, tx.now, until);
      if (wrong) throw new Refused(wrong);
      const id = newId();
      await this.store.insert(tx, { ticketId, hopId, unitId }, { id, ...order, until });
      const pause = { id, hopId, unitId, from: tx.now, until, endedAt: null, reasonCode: order.reasonCode };
      await this.tickets.apply(tx, facts, pauseTicket(facts, this.units.current(), pause, this.moving.move));
    });
  }
}
