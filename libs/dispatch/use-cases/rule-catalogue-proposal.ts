import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, type Unit, UnitTree } from '@hotline/organization';
import { TicketStore } from '@hotline/ticket';
import { Catalogues } from '../data/catalogues.js';
import { DraftStore } from '../data/draft-store.js';
import { type Proposal, ProposalStore } from '../data/proposal-store.js';
import type { CatalogueRule } from '../domain/catalogue.js';
import { mayWrite } from '../domain/editing.js';
import { ruleOfProposal } from '../domain/proposed-rule.js';
import { CatalogueProposals, type ProposalView } from './catalogue-proposals.js';

export interface ProposalRuling {
  readonly decision: 'accepted' | 'refused';
  readonly reason: string | null;
  /** The draft that takes the rule; a new one from the version in force when null. */
  readonly draftId: string | null;
  /** Another unit than the proposed one. */
  readonly unitId: string | null;
}

/** Refuses a proposal with a reason, or makes it a rule of a draft in one step. */
@Injectable()
export class RuleCatalogueProposal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ProposalStore,
    private readonly drafts: DraftStore,
    private readonly catalogues: Catalogues,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly proposals: CatalogueProposals,
  ) {}

  async run(actor: Actor, id: string, ruling: ProposalRuling): Promise<ProposalView> {
    const { decision: state, reason } = ruling;
    if (state === 'refused' && !reason) return refuse('reason-required', { field: 'reason' });
    return this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const proposal = (await this.store.lock(tx, id)) ?? refuse('not-found');
      if (proposal.state !== 'open') return refuse('already-ruled');
      const draftId = state === 'accepted' ? await this.intoDraft(tx, actor, proposal, ruling) : null;
      await this.store.rule(tx, id, { state, reason, draftId });
      return this.proposals.show(tx, id);
    });
  }

  private async intoDraft(
    tx: Transaction,
    actor: Actor,
    proposal: Proposal,
    { draftId, unitId }: ProposalRuling,
  ): Promise<string> {
    const unit = this.units.current().find(unitId ?? proposal.proposedUnitId ?? '');
    if (!unit?.active) return refuse('unknown-unit', { field: 'unitId' });
    if (draftId === null) return this.newDraft(tx, proposal, unit);
    const draft = (await this.drafts.lock(tx, draftId)) ?? refuse('not-found', { field: 'draftId' });
    orRefuse(mayWrite(actor, draft));
    const rules = await this.withRule(tx, draft.rules, proposal, unit);
    await this.drafts.save(tx, draftId, { ...draft, rules });
    return draftId;
  }

  private async newDraft(tx: Transaction, proposal: Proposal, unit: Unit): Promise<string> {
    const present = await this.catalogues.at(tx, tx.now);
    const id = newId();
    const rules = await this.withRule(tx, present.rules, proposal, unit);
    const note = `采纳建议：${proposal.reason}`.slice(0, 200);
    await this.drafts.insert(tx, { id, note, effectiveFrom: null, rules, basedOn: present.version });
    return id;
  }

  private async withRule(
    tx: Transaction,
    rules: readonly CatalogueRule[],
    { ticketId, rule, reason }: Proposal,
    unit: Unit,
  ): Promise<CatalogueRule[]> {
    const question = await this.tickets.read(tx, ticketId);
    return [...rules, ruleOfProposal({ question, rule, unit, reason }, rules)];
  }
}
