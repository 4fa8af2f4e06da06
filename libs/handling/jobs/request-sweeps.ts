import { Injectable } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';
import { RaiseRulings } from '../use-cases/raise-rulings.js';
import { ResumeTicket } from '../use-cases/resume-ticket.js';

const EVERY_MS = 10_000;
const MOST_BATCHES = 20;

/** Sends on what no superior ruled in time. */
@Injectable()
export class RaiseSweep implements Sweep {
  readonly name = 'raise-rulings';
  readonly everyMs = EVERY_MS;

  constructor(private readonly rulings: RaiseRulings) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.rulings.run()) === 0) return;
  }
}

/** Ends pauses that have reached their maximum. */
@Injectable()
export class PauseSweep implements Sweep {
  readonly name = 'pauses';
  readonly everyMs = EVERY_MS;

  constructor(private readonly pauses: ResumeTicket) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.pauses.atMaximum()) === 0) return;
  }
}
