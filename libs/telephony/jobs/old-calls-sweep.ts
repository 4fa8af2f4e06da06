import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { ForgetOldCalls } from '../use-cases/forget-old-calls.js';
import { RecheckSweep } from './recheck-sweep.js';
import { TallySweep } from './tally-sweep.js';

const MOST_SLICES = 20;

/** Bytes and events of calls beyond their time. */
@Injectable()
export class OldCallsSweep implements Sweep {
  readonly name = 'old-calls';
  readonly everyMs = 10 * MINUTE_MS;

  constructor(private readonly forget: ForgetOldCalls) {}

  async sweep(): Promise<void> {
    for (let slice = 0; slice < MOST_SLICES; slice += 1) if ((await this.forget.slice()) === 0) return;
  }
}

export const TELEPHONY_SWEEPS = [OldCallsSweep, RecheckSweep, TallySweep];
