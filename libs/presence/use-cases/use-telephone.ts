import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { AmiLost } from '@hotline/telephony';
import { PresenceStore } from '../data/presence-store.js';
import { type Telephone, Telephones } from '../data/telephones.js';
import { mayPress, type TelephoneKey } from '../domain/keys.js';
import type { Order } from '../domain/orders.js';
import { SwitchboardDoor } from './switchboard-door.js';

/** The keys of one's own telephone, pressed from the desk. What follows from it is told by the switchboard's events. */
@Injectable()
export class UseTelephone {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly telephones: Telephones,
    private readonly door: SwitchboardDoor,
  ) {}

  /** @param callId the call the person sees, so that a key never meets the next one; null only to stop dialling */
  async run(actor: Actor, key: TelephoneKey, callId: string | null): Promise<void> {
    const { telephone, order } = await this.work.read(scopeOf(actor, 'presence.own'), async (tx) => {
      const presence = await this.store.find(tx, actor.accountId);
      const found = await this.telephones.byId(tx, presence?.telephoneId ?? null);
      if (!presence || !found) return refuse('no-telephone');
      return { telephone: found, order: orRefuse(mayPress(presence, found, key, callId)) };
    });
    await this.press(telephone, order);
  }

  /** @throws Refused `line-down` when nobody can be asked, `wrong-state` when the switchboard has no such call any more */
  private async press({ sourceId }: Telephone, { action, fields }: Order): Promise<void> {
    try {
      await this.door.ask(sourceId, action, fields);
    } catch (fault) {
      if (fault instanceof AmiLost) return refuse('line-down');
      return refuse('wrong-state');
    }
  }
}
