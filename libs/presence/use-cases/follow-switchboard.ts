import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { LOG } from '@hotline/platform';
import { PresenceStore } from '../data/presence-store.js';
import { type Telephone, Telephones } from '../data/telephones.js';
import { type Order, ordersFor } from '../domain/orders.js';
import type { Presence } from '../domain/presence.js';
import { SwitchboardDoor } from './switchboard-door.js';

interface Facts {
  readonly presence: Presence | null;
  readonly telephone: Telephone | null;
}

/**
 * Makes the switchboard do what the console says, after the commit and in order: each person's orders wait for those before
 * them, and what is sent is what holds when its turn comes. An order that is lost is repeated by the minute's look.
 */
@Injectable()
export class FollowSwitchboard {
  private readonly turns = new Map<string, Promise<void>>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly telephones: Telephones,
    private readonly door: SwitchboardDoor,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  follow(accountId: string): void {
    const before = this.turns.get(accountId) ?? Promise.resolve();
    const turn = before
      .then(() => this.send(accountId))
      .catch((error: unknown) => this.log.warn({ accountId, error: String(error) }, 'switchboard not told'))
      .finally(() => {
        if (this.turns.get(accountId) === turn) this.turns.delete(accountId);
      });
    this.turns.set(accountId, turn);
  }

  /** Settles when everything asked for so far has been sent. */
  async settled(): Promise<void> {
    while (this.turns.size > 0) await Promise.all(this.turns.values());
  }

  /** Sends orders that stand for themselves: what is there already the switchboard refuses, and that is well. */
  async tell(sourceId: string, orders: readonly Order[]): Promise<void> {
    for (const { action, fields } of orders)
      await this.door.ask(sourceId, action, fields).catch((error: unknown) => {
        this.log.debug({ sourceId, action, error: String(error) }, 'order not carried out');
      });
  }

  private async send(accountId: string): Promise<void> {
    const { presence, telephone } = await this.work.read(WHOLE_TREE, async (tx): Promise<Facts> => {
      const found = await this.store.find(tx, accountId);
      const own = await this.telephones.byId(tx, found?.telephoneId ?? null);
      return { presence: found, telephone: own };
    });
    if (!telephone || telephone.sourceKind === 'webhook') return;
    await this.tell(telephone.sourceId, ordersFor(presence, telephone));
  }
}
