import { Injectable } from '@nestjs/common';
import { HOUR_MS, type Scope, type Sweep, UnitOfWork } from '@hotline/kernel';
import { CallScreens } from '../data/call-screens.js';
import { PassTime } from '../use-cases/pass-time.js';
import { ReconcileSwitchboard } from '../use-cases/reconcile-switchboard.js';

const MOST_BATCHES = 10;

/** Wrap-ups and their like end to the second, so this looks every second. */
@Injectable()
export class PresenceSweep implements Sweep {
  readonly name = 'presence';
  readonly everyMs = 1_000;

  constructor(private readonly time: PassTime) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.time.run()) === 0) return;
  }
}

/** Calls at desks whose end was told to nobody. */
@Injectable()
export class DeskCallSweep implements Sweep {
  readonly name = 'desk-calls';
  readonly everyMs = 5_000;

  constructor(private readonly time: PassTime) {}

  async sweep(): Promise<void> {
    await this.time.mendCalls();
  }
}

const NOBODY: Scope = { accountId: null, prefixes: [] };

/** Which screen had a call matters for its day only. */
@Injectable()
export class ForgetScreens implements Sweep {
  readonly name = 'forget-call-screens';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly work: UnitOfWork,
    private readonly screens: CallScreens,
  ) {}

  async sweep(): Promise<void> {
    await this.work.run(NOBODY, (tx) => this.screens.forgetOld(tx));
  }
}

/** Console and switchboard, made to agree each minute. */
@Injectable()
export class SwitchboardSweep implements Sweep {
  readonly name = 'switchboards';
  readonly everyMs = 60_000;

  constructor(private readonly switchboards: ReconcileSwitchboard) {}

  async sweep(): Promise<void> {
    await this.switchboards.everySource();
  }
}
