import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { RecheckCalls } from '../use-cases/recheck-calls.js';

const MOST_PAGES = 50;

/** Calls that were let go before another call taught what they come to. */
@Injectable()
export class RecheckSweep implements Sweep {
  readonly name = 'recheck-calls';
  readonly everyMs = MINUTE_MS;

  constructor(private readonly calls: RecheckCalls) {}

  async sweep(): Promise<void> {
    for (let page = 0; page < MOST_PAGES; page += 1) if (!(await this.calls.page())) return;
  }
}
