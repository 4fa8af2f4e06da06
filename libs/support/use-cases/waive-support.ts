import { Injectable } from '@nestjs/common';
import type { Actor } from '@hotline/organization';
import { waivePart } from '@hotline/ticket';
import { type PartAt, PartDesk } from './part-desk.js';

/** The lead states why it will report without this part: who and why stay in the record. */
@Injectable()
export class WaiveSupport {
  constructor(private readonly desk: PartDesk) {}

  run(actor: Actor, at: PartAt, reason: string): Promise<void> {
    return this.desk.run(actor, 'waive-support', at, (_, facts, part) => waivePart(facts, part, reason));
  }
}
