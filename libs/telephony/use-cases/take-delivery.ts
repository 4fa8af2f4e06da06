import { Injectable } from '@nestjs/common';
import { type JobHandler, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Delivery, HookStore } from '../data/hook-store.js';
import { faultWord, isPassing } from '../data/passing-fault.js';
import { SourceMemory } from '../domain/store/source-memory.js';
import { readDelivery } from '../domain/webhook/delivery.js';
import { TAKE_DELIVERY } from '../jobs/take-delivery.js';
import { type Batch, IngestBatch } from './ingest-batch.js';

/**
 * Puts the calls of a kept delivery on record. Twice does no harm: bytes that are the last on record are not kept again, and
 * every event has the key of its fact. Each delivery finds in the tables what it needs to know of calls that came before.
 */
@Injectable()
export class TakeDelivery implements JobHandler<{ deliveryId: string }> {
  readonly job = TAKE_DELIVERY;

  constructor(
    private readonly work: UnitOfWork,
    private readonly hooks: HookStore,
    private readonly ingest: IngestBatch,
  ) {}

  async handle({ deliveryId }: { deliveryId: string }): Promise<void> {
    const delivery = await this.work.read(WHOLE_TREE, (tx) => this.hooks.waiting(tx, deliveryId));
    if (!delivery) return;
    const { sourceId, vendor, body } = delivery;
    const read = readDelivery(vendor, sourceId, body.toString('utf8'));
    await this.record(delivery, {
      heard: { feed: 'webhook', messages: read.records },
      bytes: body,
      receivedAt: delivery.receivedAt,
      linesBefore: 0,
      garbled: read.garbled,
      bookmark: null,
    });
    await this.work.run(WHOLE_TREE, (tx) => this.hooks.taken(tx, deliveryId, sourceId, read));
  }

  private async record({ sourceId }: Delivery, batch: Batch): Promise<void> {
    const memory = new SourceMemory(sourceId);
    try {
      await this.ingest.run(memory, batch, true);
    } catch (fault) {
      if (isPassing(fault)) throw fault;
      await this.ingest.putAside(memory, batch, faultWord(fault));
    }
  }
}
