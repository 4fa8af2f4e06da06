import { Injectable } from '@nestjs/common';
import { type Instant, orRefuse, refuse, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, mayDo, MovingClocks, openPause, type TicketFacts, TicketStore } from '@hotline/ticket';
import { PauseStore } from '../data/pause-store.js';
import { actingUnit } from '../domain/ask-superior.js';
import { type PauseEnd, resumeTicket } from '../domain/pause-steps.js';

const BATCH = 100;

interface End {
  readonly how: PauseEnd;
  readonly unitId: string;
  readonly at: Instant;
  readonly note: string | null;
}

/** Ends a pause: the unit goes on, a superior lifts it, or its maximum is over. */
@Injectable()
export class ResumeTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: PauseStore,
    private readonly units: UnitTree,
    private readonly moving: MovingClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, note: string | null): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('resume', facts, actor, tx.now));
      const unitId = orRefuse(actingUnit(facts, actor));
      const how = unitId === custody(facts).toUnitId ? 'resumed' : 'lifted';
      if (how === 'lifted' && note === null) refuse('reason-required', { field: 'note' });
      await this.end(tx, facts, { how, unitId, at: tx.now, note });
    });
  }

  /** @returns how many pauses ended; at most one batch */
  atMaximum(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const ids = await this.store.overMaximum(tx, BATCH);
      for (const id of ids) {
        const facts = await this.tickets.read(tx, id);
        const until = openPause(facts)?.until;
        // Judged again under the lock. However late a sweep comes, the pause ended at its maximum.
        if (!until || until > tx.now) continue;
        await this.end(tx, facts, { how: 'maximum', unitId: custody(facts).toUnitId, at: until, note: null });
      }
      return ids.length;
    });
  }

  private async end(tx: Transaction, facts: TicketFacts, { how, unitId, at, note }: End): Promise<void> {
    const pause = openPause(facts) ?? refuse('wrong-state');
    // Nobody ends it later than it would have ended by itself.
    const ended = at < pause.until ? at : pause.until;
    await this.store.end(tx, pause.id, { at: ended, how, note });
    const step = resumeTicket(
      facts,
      this.units.current(),
      { pause, how, unitId, at: ended },
      this.moving.move,
    );
    await this.tickets.apply(tx, facts, step);
  }
}
