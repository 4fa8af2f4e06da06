import { Injectable } from '@nestjs/common';
import { newId, refuse, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, UnitTree } from '@hotline/organization';
import { TicketStore } from '@hotline/ticket';
import { AssignmentStore, type Colleague } from '../data/assignment-store.js';
import { HandedOverForms } from '../data/handed-over-forms.js';
import { assignTicket } from '../domain/assign.js';

export interface HandOverOrder {
  readonly unitId: string;
  readonly toAccountId: string;
  readonly reason: string;
}

export interface HandedOver {
  readonly tickets: number;
  readonly forms: number;
}

/** Open work that carries a person's name in one unit, and who could take it. */
export interface OpenWork {
  readonly tickets: number;
  /** Begun on the unit's open work; they go along. */
  readonly forms: number;
  /** Everything else the person has begun, such as notes; nobody else may read it, so it stays. */
  readonly otherDrafts: number;
  readonly colleagues: readonly Colleague[];
}

/** A person leaves: all open work in one unit, with the forms begun on it, goes to a colleague in one act with one audit record. */
@Injectable()
export class HandOverWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: AssignmentStore,
    private readonly forms: HandedOverForms,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  /** What would move, and who could take it. */
  async preview(actor: Actor, accountId: string, unitId: string): Promise<OpenWork> {
    this.mayManage(actor, unitId);
    return this.work.read({ ...WHOLE_TREE, accountId: actor.accountId }, async (tx) => {
      const tickets = await this.store.heldBy(tx, accountId, unitId);
      const begun = await this.forms.count(tx, { from: accountId, unitId });
      const colleagues = (await this.store.handlers(tx, unitId)).filter(({ id }) => id !== accountId);
      return { tickets, forms: begun.forms, otherDrafts: begun.others, colleagues };
    });
  }

  async run(actor: Actor, accountId: string, order: HandOverOrder): Promise<HandedOver> {
    const { unitId, toAccountId, reason } = order;
    this.mayManage(actor, unitId);
    if (toAccountId === accountId) return refuse('invalid-input', { field: 'toAccountId' });
    return this.work.run({ ...WHOLE_TREE, accountId: actor.accountId }, async (tx) => {
      const taker = await this.store.handler(tx, toAccountId, unitId);
      if (!taker) return refuse('unknown-account', { field: 'toAccountId' });
      const ids = await this.store.heldTickets(tx, accountId, unitId);
      const forms = await this.forms.begun(tx, { from: accountId, unitId });
      const id = newId();
      for (const ticketId of ids) await this.move(tx, ticketId, { id, unitId, toAccountId });
      const drafts = await this.forms.move(tx, accountId, toAccountId, forms);
      const done = { id, unitId, from: accountId, to: toAccountId, reason, tickets: ids.length, drafts };
      await this.store.insertHandOver(tx, done);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'work-handed-over',
        objectKind: 'account',
        objectId: accountId,
        reason,
        facts: { unitId, to: toAccountId, tickets: ids.length, drafts },
      });
      return { tickets: ids.length, forms: drafts };
    });
  }

  private async move(
    tx: Transaction,
    ticketId: string,
    {
      id,
      unitId,
      toAccountId,
    }: { readonly id: string; readonly unitId: string; readonly toAccountId: string },
  ): Promise<void> {
    const facts = await this.tickets.read(tx, ticketId);
    await this.store.assign(tx, { ticketId, unitId }, toAccountId, null);
    await this.tickets.apply(tx, facts, assignTicket(facts, toAccountId, id));
  }

  private mayManage(actor: Actor, unitId: string): void {
    const unit = this.units.current().find(unitId) ?? refuse('unknown-unit', { field: 'unitId' });
    if (!overrules(actor, 'account.manage', unit.path)) refuse('not-in-your-units', { field: 'unitId' });
  }
}
