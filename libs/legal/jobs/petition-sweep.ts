import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
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

export const LEGAL_SWEEPS = [PetitionSweep];
