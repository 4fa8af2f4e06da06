import { Injectable } from '@nestjs/common';
import { type Sweep, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { forgetLostJobs, OutboxRelay } from '@hotline/platform';

/** The safety net under the after-commit nudge: whatever was committed and not yet sent goes out within a second. */
@Injectable()
export class OutboxSweep implements Sweep {
  readonly name = 'outbox';
  readonly everyMs = 1_000;

  constructor(private readonly relay: OutboxRelay) {}

  async sweep(): Promise<void> {
    await this.relay.relayBatch();
  }
}

/** Sends again what the queue lost (wiped, restored from an older copy): neither done nor dead after a minute. */
@Injectable()
export class LostJobSweep implements Sweep {
  readonly name = 'lost-jobs';
  readonly everyMs = 15_000;

  constructor(
    private readonly work: UnitOfWork,
    private readonly relay: OutboxRelay,
  ) {}

  async sweep(): Promise<void> {
    const lost = await this.work.run(WHOLE_TREE, (tx) => forgetLostJobs(tx));
    if (lost > 0) this.relay.nudge();
  }
}
