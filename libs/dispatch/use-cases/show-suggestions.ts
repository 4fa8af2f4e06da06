import { Injectable } from '@nestjs/common';
import { shanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, scopeOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { custody, TicketStore } from '@hotline/ticket';
import { Catalogues } from '../data/catalogues.js';
import { ChainSettings } from '../data/chain-settings.js';
import { DispatchReads } from '../data/dispatch-reads.js';
import { arrivalParts } from '../domain/arrival-parts.js';
import { decideReceivers, partnersOf } from '../domain/chains.js';
import { suggest } from '../domain/suggestions.js';

export interface RankedUnit {
  readonly unit: UnitBrief;
  readonly support: UnitBrief[];
  readonly chain: UnitBrief[];
  readonly share: number;
  readonly reasons: readonly { text: string; rule: number | null }[];
}

/** At most five units for an unclear ticket, best first, each with its reasons. */
@Injectable()
export class ShowSuggestions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly catalogues: Catalogues,
    private readonly chains: ChainSettings,
    private readonly reads: DispatchReads,
  ) {}

  run(actor: Actor, ticketId: string): Promise<RankedUnit[]> {
    return this.work.read(scopeOf(actor, 'ticket.dispatch'), async (tx) => {
      const facts = await this.tickets.read(tx, ticketId);
      const tree = this.units.current();
      const holder = tree.get(custody(facts).toUnitId);
      const { words, proposedUnitId } = await this.reads.words(tx, ticketId);
      const recent = await this.reads.recentByUnit(tx, facts.field);
      const catalogue = await this.catalogues.at(tx, tx.now);
      const ranked = suggest({ question: facts, words, proposedUnitId, recent, holder }, catalogue, tree);
      const settings = await this.chains.all(tx);
      const receivers = decideReceivers(facts, catalogue, settings, shanghaiDay(tx.now), tree);
      return ranked.map(({ unit, share, reasons }) => ({
        unit: briefOf(unit),
        support: arrivalParts(facts, unit, partnersOf(unit, receivers), tree).map((wish) =>
          briefOf(wish.unit),
        ),
        chain: tree.route(holder.id, unit.id).map(briefOf),
        share,
        reasons,
      }));
    });
  }
}
