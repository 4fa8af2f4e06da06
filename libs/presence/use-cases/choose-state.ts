import { Injectable } from '@nestjs/common';
import type { Actor } from '@hotline/organization';
import { choose, chooseNext } from '../domain/person-steps.js';
import type { Aim } from '../domain/presence.js';
import { PresenceDesk } from './presence-desk.js';

/** Ready, a break, training, outbound: now, or after the call (预置). */
@Injectable()
export class ChooseState {
  constructor(private readonly desk: PresenceDesk) {}

  async now(actor: Actor, version: number, aim: Aim): Promise<void> {
    await this.desk.change(actor, version, 'chosen', ({ presence, settings, at }) =>
      choose(presence, aim, settings, at),
    );
  }

  /** @param aim null takes the next state back */
  async next(actor: Actor, version: number, aim: Aim | null): Promise<void> {
    await this.desk.change(actor, version, 'chosen', ({ presence, settings }) =>
      chooseNext(presence, aim, settings),
    );
  }
}
