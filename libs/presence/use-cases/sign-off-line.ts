import { Injectable } from '@nestjs/common';
import type { Actor } from '@hotline/organization';
import { signOut } from '../domain/person-steps.js';
import { PresenceDesk } from './presence-desk.js';

/** 签出. Not during a call: "signed out" can be set as the next state. */
@Injectable()
export class SignOffLine {
  constructor(private readonly desk: PresenceDesk) {}

  async run(actor: Actor, version: number): Promise<void> {
    await this.desk.change(actor, version, 'signed-out', ({ presence, at }) => signOut(presence, at));
  }
}
