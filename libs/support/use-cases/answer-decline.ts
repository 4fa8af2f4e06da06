import { Injectable } from '@nestjs/common';
import { type Actor, UnitTree } from '@hotline/organization';
import { askingUnit } from '../domain/asking-unit.js';
import { insistOnPart, withdrawPart } from '../domain/part-steps.js';
import { type PartAt, PartDesk } from './part-desk.js';

/** The lead insists on a part that was declined. */
@Injectable()
export class InsistSupport {
  constructor(
    private readonly desk: PartDesk,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, at: PartAt, reason: string): Promise<void> {
    return this.desk.run(actor, 'insist-support', at, (_, facts, part) =>
      insistOnPart(facts, part, askingUnit(facts, actor, this.units.current()).id, reason),
    );
  }
}

/** The lead, or a unit above it, takes an open part back. */
@Injectable()
export class WithdrawSupport {
  constructor(
    private readonly desk: PartDesk,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, at: PartAt, reason: string): Promise<void> {
    return this.desk.run(actor, 'withdraw-support', at, (_, facts, part) =>
      withdrawPart(facts, part, askingUnit(facts, actor, this.units.current()).id, reason),
    );
  }
}
