import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { LapseRights } from '../use-cases/lapse-rights.js';
import { RecordPetitionStage } from '../use-cases/record-petition-stage.js';

const MOST_BATCHES = 20;

/** Ends petitions whose petitioner has let the thirty days pass. */
@Injectable()
export class PetitionSweep implements Sweep {
  readonly name = 'petitions';
  readonly everyMs = MINUTE_MS;

  constructor(private readonly record: RecordPetitionStage) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      if ((await this.record.endUnasked()) === 0) return;
    }
  }
}

/** Ends rights whose time is over; a round with nothing to do is one look at an index. */
@Injectable()
export class RightSweep implements Sweep {
  readonly name = 'rights';
  readonly everyMs = MINUTE_MS;

  constructor(private readonly rights: LapseRights) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.rights.run()) === 0) return;
  }
}

export const LEGAL_SWEEPS = [PetitionSweep, RightSweep];
