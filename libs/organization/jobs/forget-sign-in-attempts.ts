import { Injectable } from '@nestjs/common';
import { DAY_MS, HOUR_MS, type Scope, type Sweep, UnitOfWork } from '@hotline/kernel';
import { SignInAttempts } from '../data/sign-in-attempts.js';

const NOBODY: Scope = { accountId: null, prefixes: [] };

/** Attempts are kept a day, long after they lock anybody, so that a wave of guesses can still be looked at. */
@Injectable()
export class ForgetSignInAttempts implements Sweep {
  readonly name = 'forget-sign-in-attempts';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: SignInAttempts,
  ) {}

  async sweep(): Promise<void> {
    await this.work.run(NOBODY, (tx) => this.attempts.forgetBefore(tx, new Date(tx.now.getTime() - DAY_MS)));
  }
}

export const ORGANIZATION_SWEEPS = [ForgetSignInAttempts];
