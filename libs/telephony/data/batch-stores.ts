import { Injectable } from '@nestjs/common';
import { EventStore } from './event-store.js';
import { FeedStore } from './feed-store.js';
import { RawStore } from './raw-store.js';
import { RowStore } from './row-store.js';
import { TelephoneReads } from './telephone-reads.js';

/** The tables a batch goes to. */
@Injectable()
export class BatchStores {
  constructor(
    readonly feeds: FeedStore,
    readonly raw: RawStore,
    readonly events: EventStore,
    readonly rows: RowStore,
    readonly telephones: TelephoneReads,
  ) {}
}
