import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { RaiseFlags } from '../use-cases/raise-flags.js';

@Injectable()
export class FlagSweep implements Sweep {
  readonly name = 'group-flags';
  readonly everyMs = MINUTE_MS;

  constructor(private readonly raise: RaiseFlags) {}

  async sweep(): Promise<void> {
    await this.raise.run();
  }
}
