import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, shanghaiDay, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { custody, mayDo, type TicketFacts, TicketStore } from '@hotline/ticket';
import { PetitionClocks } from '../data/petition-clocks.js';
import { PetitionStore, type StoredPetition } from '../data/petition-store.js';
import { type ActInput, type ActOutcome, decideAct, endUnasked } from '../domain/decide-act.js';
import { besideTicket } from '../domain/petition-steps.js';

const BATCH = 100;

/** One act on a petition: it ends its period's clock and begins the next one's. */
@Injectable()
export class RecordPetitionStage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: PetitionStore,
    private readonly clocks: PetitionClocks,
  ) {}

  /** @throws Refused `wrong-state`, `petition-window-over`, `reason-required`, `invalid-input` with the field. */
  run(actor: Actor, ticketId: string, version: number, input: ActInput): Promise<void> {
    return this.work.run(scopeOf(actor, 'petition.record'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('record-petition-stage', facts, actor, tx.now));
      const petition = (await this.store.find(tx, ticketId)) ?? refuse('not-found');
      const calendars = await this.clocks.calendars(tx, facts);
      const outcome = orRefuse(decideAct(petition, input, calendars, shanghaiDay(tx.now)));
      await this.write(tx, facts, petition, input, outcome);
    });
  }

  /** Ends what nobody has asked on about in time. @returns how many; at most one batch */
  endUnasked(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const today = shanghaiDay(tx.now);
      const ids = await this.store.unasked(tx, today, BATCH);
      for (const id of ids) {
        const facts = await this.tickets.lock(tx, id);
        const petition = await this.store.find(tx, id);
        // Somebody may have recorded a request in the meantime.
        if (!petition?.windowUntil || petition.windowUntil >= today) continue;
        const outcome = endUnasked(petition.windowUntil);
        await this.write(tx, facts, petition, UNASKED(petition.windowUntil), outcome);
      }
      return ids.length;
    });
  }

  private async write(
    tx: Transaction,
    facts: TicketFacts,
    petition: StoredPetition,
    input: ActInput,
    outcome: ActOutcome,
  ): Promise<void> {
    const unitId = custody(facts).toUnitId;
    await this.store.record(tx, facts.id, petition, unitId, input, outcome);
    const event = {
      kind: 'petition-act-recorded',
      unitId,
      facts: { act: input.act, doneOn: input.doneOn, stage: outcome.stage },
    } as const;
    const moves = this.clocks.moves(tx.now, facts, petition, input, outcome);
    await this.tickets.apply(tx, facts, besideTicket(facts, event, moves));
  }
}

const UNASKED = (doneOn: string): ActInput => ({
  act: 'end',
  doneOn,
  documentNo: null,
  note: null,
  extensionDays: null,
  headApproved: false,
  endReason: 'not-asked-again',
});
