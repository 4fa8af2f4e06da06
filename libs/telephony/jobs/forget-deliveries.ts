import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS, HOUR_MS, type Sweep, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { HookStore } from '../data/hook-store.js';

/** Longer than any sender tries again. */
const KEPT_MS = 7 * DAY_MS;

/** A nonce is known for a week; those of deliveries that wait are known for as long as they wait. */
@Injectable()
export class ForgetDeliveries implements Sweep {
  readonly name = 'forget-hook-deliveries';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly work: UnitOfWork,
    private readonly hooks: HookStore,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.work.run(WHOLE_TREE, (tx) => this.hooks.forget(tx, before));
  }
}
