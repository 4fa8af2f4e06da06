import { Injectable } from '@nestjs/common';
import type { Actor } from '@hotline/organization';
import { declinePart } from '../domain/part-steps.js';
import { type PartAt, PartDesk } from './part-desk.js';

/** The supporting unit says why it cannot; the lead takes the part back or insists. */
@Injectable()
export class DeclineSupport {
  constructor(private readonly desk: PartDesk) {}

  run(actor: Actor, at: PartAt, reason: string): Promise<void> {
    return this.desk.run(actor, 'decline-support', at, (_, facts, part) => declinePart(facts, part, reason));
  }
}
