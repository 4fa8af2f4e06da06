import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, homeUnit, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, type Step, type TicketFacts, TicketStore } from '@hotline/ticket';
import { type QualityCheckRow, QualityStore } from '../data/quality-store.js';
import { judge, type Judged, type Score } from '../domain/scorecard.js';
import type { QualityCheckBody } from '../http/quality-bodies.js';

/** 质检: somebody who had no part in it judges how a ticket was taken, sent, handled and answered. */
@Injectable()
export class CheckQuality {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: QualityStore,
    private readonly units: UnitTree,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    { scores, remark }: { readonly scores: readonly Score[]; readonly remark: string | null },
  ): Promise<void> {
    const judged = orRefuse(judge(scores, remark));
    return this.work.run(scopeOf(actor, 'ticket.check-quality'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('check-quality', facts, actor, tx.now));
      if (await this.store.tookPart(tx, ticketId)) refuse('own-work');
      const unitId = homeUnit(actor, 'ticket.check-quality')?.unitId ?? refuse('forbidden');
      const id = await this.store.insert(tx, { ticketId, unitId }, scores, judged, remark);
      await this.tickets.apply(tx, facts, checked(facts, unitId, id, judged));
    });
  }

  list(actor: Actor, ticketId: string): Promise<QualityCheckBody[]> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx: Transaction) => {
      await this.tickets.read(tx, ticketId);
      return (await this.store.list(tx, ticketId)).map((row) => this.view(row));
    });
  }

  private view({
    id,
    at,
    unit_id,
    by,
    scorecard,
    scores,
    total,
    verdict,
    remark,
  }: QualityCheckRow): QualityCheckBody {
    return {
      id,
      at,
      unit: this.units.brief(unit_id),
      by: by ?? '',
      scorecard,
      scores,
      total,
      verdict,
      remark,
    };
  }
}

/** A judgement moves nothing: state, turn and clocks stay. */
const checked = (facts: TicketFacts, unitId: string, checkId: string, { total, verdict }: Judged): Step => ({
  event: { kind: 'quality-checked', unitId, facts: { checkId, total, verdict } },
  state: facts.state,
  turn: facts.turn,
  queueReason: facts.queueReason,
  recallUntil: facts.recallUntil,
});
