import { Injectable } from '@nestjs/common';
import type { Actor } from '@hotline/organization';
import { signPart } from '../domain/part-steps.js';
import { type PartAt, PartDesk } from './part-desk.js';

/** The supporting unit confirms receipt of its part. */
@Injectable()
export class SignSupport {
  constructor(private readonly desk: PartDesk) {}

  run(actor: Actor, at: PartAt): Promise<void> {
    return this.desk.run(actor, 'sign-support', at, (_, facts, part) => signPart(facts, part));
  }
}
