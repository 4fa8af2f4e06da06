import { Injectable } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import { type Actor, homeUnit } from '@hotline/organization';
import { Telephones } from '../data/telephones.js';
import { signIn } from '../domain/person-steps.js';
import { PresenceDesk } from './presence-desk.js';

/** 签入: on the line with one's telephone, or without one to log by hand. */
@Injectable()
export class SignOnLine {
  constructor(
    private readonly desk: PresenceDesk,
    private readonly telephones: Telephones,
  ) {}

  async run(actor: Actor, version: number): Promise<void> {
    const home = homeUnit(actor, 'presence.own') ?? refuse('forbidden');
    await this.desk.change(actor, version, 'signed-in', async ({ tx, presence, at }) => {
      const telephone = await this.telephones.ofAccount(tx, actor.accountId);
      const post = { unitId: home.unitId, unitPath: home.path };
      return signIn(presence, post, telephone?.endpointId ?? null, 'console', at);
    });
  }
}
