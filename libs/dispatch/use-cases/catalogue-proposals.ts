import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { type Proposal, ProposalStore } from '../data/proposal-store.js';
import type { ProposalState } from '../domain/proposed-rule.js';

export interface ProposalView extends Omit<Proposal, 'unitId' | 'proposedUnitId'> {
  readonly unit: UnitBrief;
  readonly proposedUnit: UnitBrief | null;
}

export interface ProposalPage {
  readonly items: ProposalView[];
  readonly nextCursor: string | null;
}

/** Proposals as catalogue editors read them. */
@Injectable()
export class CatalogueProposals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ProposalStore,
    private readonly units: UnitTree,
  ) {}

  list(
    actor: Actor,
    state: ProposalState | null,
    cursor: string | null,
    limit: number,
  ): Promise<ProposalPage> {
    return this.work.read(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const found = await this.store.list(tx, state, cursor, limit + 1);
      const items = found.slice(0, limit).map((one) => this.view(one));
      return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  async show(tx: Transaction, id: string): Promise<ProposalView> {
    return this.view((await this.store.find(tx, id)) ?? refuse('not-found'));
  }

  private view({ unitId, proposedUnitId, ...rest }: Proposal): ProposalView {
    const proposedUnit = proposedUnitId === null ? null : this.units.brief(proposedUnitId);
    return { ...rest, unit: this.units.brief(unitId), proposedUnit };
  }
}
