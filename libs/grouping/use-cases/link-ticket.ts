import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { custody, mayDo, type TicketFacts, TicketStore } from '@hotline/ticket';
import { GroupStore } from '../data/group-store.js';
import { beforeLink, checkMaster, type GroupKind, linkTicket } from '../domain/group-steps.js';

export interface LinkOrder {
  readonly masterTicketId: string;
  readonly kind: GroupKind;
  readonly reason: string;
}

/** Lets a ticket follow a master case of the same cause. Both must be visible to the person. */
@Injectable()
export class LinkTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly groups: GroupStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number, order: LinkOrder): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.group'), async (tx) => {
      const { facts, master } = await this.lockBoth(tx, ticketId, version, order.masterTicketId);
      orRefuse(mayDo('link-to-group', facts, actor, tx.now));
      orRefuse(checkMaster(facts, master));
      const unitId = custody(facts).toUnitId;
      const { reason, kind } = order;
      const groupId =
        (await this.groupLedBy(tx, master.id)) ??
        (await this.groups.form(tx, { kind, masterTicketId: master.id, unitId, reason }));
      const before = beforeLink(facts);
      await this.tickets.apply(tx, facts, linkTicket(facts, { groupId, master }));
      await this.groups.link(tx, { groupId, ticketId, unitId, reason, before });
    });
  }

  /** A ticket that once followed another master and is handled anew leaves that group: it leads one of its own. */
  private async groupLedBy(tx: Transaction, masterId: string): Promise<string | null> {
    const link = await this.groups.linkOf(tx, masterId);
    if (!link?.before) return link?.groupId ?? null;
    await this.groups.unlink(tx, link.id, null);
    return null;
  }

  /** In the order of their ids, so that two links in opposite directions wait instead of dying of each other. */
  private async lockBoth(
    tx: Transaction,
    ticketId: string,
    version: number,
    masterId: string,
  ): Promise<{ facts: TicketFacts; master: TicketFacts }> {
    // A ticket out of sight is not found, and an old version is answered with the newer copy, whichever of the two is locked first.
    const seen = await this.tickets.read(tx, ticketId);
    if (seen.version !== version) await this.tickets.lock(tx, ticketId, version);
    const lockMaster = () =>
      this.tickets.lock(tx, masterId).catch(() => refuse('wrong-master', { field: 'masterTicketId' }));
    if (masterId < ticketId) {
      const master = await lockMaster();
      return { master, facts: await this.tickets.lock(tx, ticketId, version) };
    }
    const facts = await this.tickets.lock(tx, ticketId, version);
    return { facts, master: await lockMaster() };
  }
}
