import { BatchStores } from './data/batch-stores.js';
import { EventStore } from './data/event-store.js';
import { FeedStore } from './data/feed-store.js';
import { RawStore } from './data/raw-store.js';
import { RowStore } from './data/row-store.js';
import { TelephoneReads } from './data/telephone-reads.js';
import { IngestBatch } from './use-cases/ingest-batch.js';
import { TellListeners } from './use-cases/tell-listeners.js';

/** Whatever puts on record what comes over a line. */
export const INGEST = [
  BatchStores,
  EventStore,
  FeedStore,
  IngestBatch,
  RawStore,
  RowStore,
  TelephoneReads,
  TellListeners,
];
