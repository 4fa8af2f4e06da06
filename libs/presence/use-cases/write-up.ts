import { Injectable } from '@nestjs/common';
import type { Actor } from '@hotline/organization';
import { endWrapUp, prolongWrapUp } from '../domain/person-steps.js';
import { PresenceDesk } from './presence-desk.js';

/** The wrap-up after a talk: more time, a limited number of times, or done. */
@Injectable()
export class WriteUp {
  constructor(private readonly desk: PresenceDesk) {}

  async prolong(actor: Actor, version: number): Promise<void> {
    await this.desk.change(actor, version, 'chosen', ({ presence, settings }) =>
      prolongWrapUp(presence, settings),
    );
  }

  async end(actor: Actor, version: number): Promise<void> {
    await this.desk.change(actor, version, 'wrap-up-ended', ({ presence, at }) => endWrapUp(presence, at));
  }
}
