import { Injectable } from '@nestjs/common';
import { HOUR_MS, type Scope, type Sweep, UnitOfWork } from '@hotline/kernel';
import { forgetOldKeys } from '../data/idempotency.js';

const NOBODY: Scope = { accountId: null, prefixes: [] };

/** A key is kept a week, longer than any client retries. */
@Injectable()
export class ForgetKeys implements Sweep {
  readonly name = 'forget-idempotency-keys';
  readonly everyMs = HOUR_MS;

  constructor(private readonly work: UnitOfWork) {}

  async sweep(): Promise<void> {
    await this.work.run(NOBODY, forgetOldKeys);
  }
}

export const INTAKE_SWEEPS = [ForgetKeys];
