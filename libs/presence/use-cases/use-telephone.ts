import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { LineLost } from '@hotline/telephony';
import { CallScreens } from '../data/call-screens.js';
import { PresenceStore } from '../data/presence-store.js';
import { type Telephone, Telephones } from '../data/telephones.js';
import { mayPress, type TelephoneKey } from '../domain/keys.js';
import type { Order } from '../domain/orders.js';
import type { Presence } from '../domain/presence.js';
import { SwitchboardDoor } from './switchboard-door.js';

/** A key, the call the person sees (so that it never meets the next one; null only to stop dialling), and the screen. */
export interface Press {
  readonly key: TelephoneKey;
  readonly callId: string | null;
  /** The screen that answers has the call from then on. */
  readonly screenId: string | null;
}

/** The keys of one's own telephone, pressed from the desk. What follows from it is told by the switchboard's events. */
@Injectable()
export class UseTelephone {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly telephones: Telephones,
    private readonly screens: CallScreens,
    private readonly door: SwitchboardDoor,
  ) {}

  /** @throws Refused `already-taken` when another screen of the person is answering the same ring */
  async run(actor: Actor, pressed: Press): Promise<void> {
    const { telephone, order } = await this.work.run(scopeOf(actor, 'presence.own'), async (tx) => {
      const presence = await this.store.find(tx, actor.accountId);
      const found = await this.telephones.byId(tx, presence?.telephoneId ?? null);
      if (!presence || !found) return refuse('no-telephone');
      const allowed = orRefuse(mayPress(presence, found, pressed.key, pressed.callId));
      if (pressed.key === 'answer') await this.claim(tx, presence, pressed.screenId);
      return { telephone: found, order: allowed };
    });
    try {
      await this.press(telephone, order);
    } catch (refused) {
      if (pressed.key === 'answer') await this.release(actor);
      throw refused;
    }
  }

  private async claim(
    tx: Transaction,
    { accountId, call }: Presence,
    screenId: string | null,
  ): Promise<void> {
    if (!call) return refuse('wrong-state');
    if (!(await this.screens.presses(tx, accountId, call.callId, call.visitId))) refuse('already-taken');
    if (screenId !== null) await this.screens.take(tx, call.callId, accountId, screenId, true);
  }

  private release(actor: Actor): Promise<void> {
    return this.work.run(scopeOf(actor, 'presence.own'), (tx) => this.screens.released(tx, actor.accountId));
  }

  /** @throws Refused `line-down` when nobody can be asked, `wrong-state` when the switchboard has no such call any more */
  private async press({ sourceId }: Telephone, { action, fields }: Order): Promise<void> {
    try {
      await this.door.ask(sourceId, action, fields);
    } catch (fault) {
      if (fault instanceof LineLost) return refuse('line-down');
      return refuse('wrong-state');
    }
  }
}
