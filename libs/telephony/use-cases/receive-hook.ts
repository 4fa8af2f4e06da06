import { Injectable } from '@nestjs/common';
import { Clock, Outbox, refuse, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type HookSource, HookStore, type Kept } from '../data/hook-store.js';
import type { FeedFault } from '../domain/sources/faults.js';
import { type HookProof, isTimely, proofOf } from '../domain/webhook/proof.js';
import { isSigned } from '../feeds/hook-signature.js';
import { TAKE_DELIVERY } from '../jobs/take-delivery.js';

export interface HookHeaders {
  readonly id: unknown;
  readonly timestamp: unknown;
  readonly signature: unknown;
}

/** Stands in for the secret of a source that is not there, so that its answer takes as long as any other. */
const NOBODYS = 'nobody-has-this-secret';

/**
 * A delivery at the door: proved by its signature, kept as it came, answered at once. What is in it is looked at later, by a
 * job. Signed twice over it is kept once; what is turned away is counted at its source, and nothing of it is kept.
 */
@Injectable()
export class ReceiveHook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly hooks: HookStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `hook-refused` for whatever is wrong with the proof, with no word about which */
  async run(sourceId: string, headers: HookHeaders, body: unknown): Promise<void> {
    if (!(body instanceof Buffer) || body.length === 0) return refuse('hook-refused');
    const source = await this.work.read(WHOLE_TREE, (tx) => this.hooks.source(tx, sourceId));
    const proof = proofOf(headers.id, headers.timestamp, headers.signature);
    const fault = this.faultOf(source, proof, body);
    if (!source) return refuse('hook-refused');
    if (fault || !proof) return this.turnAway(source, fault ?? 'signature-refused');
    const kept = await this.keep(source, proof, body);
    if (kept.state === 'other') return this.turnAway(source, 'delivery-replayed');
  }

  /** The signature first: the time counts only when it was signed. */
  private faultOf(source: HookSource | null, proof: HookProof | null, body: Buffer): FeedFault | null {
    const signed = proof !== null && isSigned(source?.secret ?? NOBODYS, proof, body);
    if (!signed) return 'signature-refused';
    return isTimely(proof, this.clock.now()) ? null : 'delivery-late';
  }

  private keep(source: HookSource, proof: HookProof, body: Buffer): Promise<Kept> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const kept = await this.hooks.keep(tx, source.id, proof.nonce, body);
      if (kept.state === 'new') await this.outbox.add(tx, TAKE_DELIVERY, { deliveryId: kept.id }, 'urgent');
      if (kept.state !== 'other') await this.hooks.heard(tx, source.id, kept.state === 'again');
      return kept;
    });
  }

  private async turnAway(source: HookSource, fault: FeedFault): Promise<never> {
    await this.work.run(WHOLE_TREE, (tx) => this.hooks.turnedAway(tx, source.id, fault));
    return refuse('hook-refused');
  }
}
