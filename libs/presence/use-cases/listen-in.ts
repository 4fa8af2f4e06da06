import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf } from '@hotline/organization';
import { LineLost } from '@hotline/telephony';
import { PresenceStore } from '../data/presence-store.js';
import { Telephones } from '../data/telephones.js';
import { type Ear, earsOf } from '../domain/ears.js';
import { type Order, spyOrder } from '../domain/orders.js';
import { SwitchboardDoor } from './switchboard-door.js';

/** A supervisor hears a talk of his unit, or joins it, by his own telephone; for a reason, and on record before he hears a word. */
@Injectable()
export class ListenIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly telephones: Telephones,
    private readonly audit: AuditLog,
    private readonly door: SwitchboardDoor,
  ) {}

  /** @throws Refused `not-found` outside one's units, `wrong-state` when nobody talks there, `not-controllable` when it is not allowed */
  async run(actor: Actor, accountId: string, ear: Ear, reason: string): Promise<void> {
    const { sourceId, action, fields } = await this.work.run(
      scopeOf(actor, 'presence.listen'),
      async (tx): Promise<Order & { sourceId: string }> => {
        const presence = await this.store.find(tx, accountId);
        if (!presence || !overrules(actor, 'presence.listen', presence.unitPath)) return refuse('not-found');
        if (presence.call?.state !== 'talking' && presence.call?.state !== 'held')
          return refuse('wrong-state');
        const spied = await this.telephones.byId(tx, presence.telephoneId);
        const own = await this.telephones.ofAccount(tx, actor.accountId);
        if (!own || !spied) return refuse('no-telephone');
        if (!earsOf(own, spied).includes(ear)) return refuse('not-controllable');
        if (spied.line === 'down') return refuse('line-down');
        await this.audit.append(tx, {
          actorId: actor.accountId,
          action: ear === 'listen' ? 'call-listened' : 'call-barged-in',
          objectKind: 'call',
          objectId: presence.call.callId,
          reason,
          facts: { accountId },
        });
        return { sourceId: spied.sourceId, ...spyOrder(own, spied, ear === 'barge-in') };
      },
    );
    await this.door.ask(sourceId, action, fields).catch((fault: unknown) => {
      refuse(fault instanceof LineLost ? 'line-down' : 'not-controllable');
    });
  }
}
