import type { Sealing, UnitOfWork } from '@hotline/kernel';
import { AuditLog } from '@hotline/organization';
import { BatchStores } from './data/batch-stores.js';
import { EventStore } from './data/event-store.js';
import { FeedStore } from './data/feed-store.js';
import { RawStore } from './data/raw-store.js';
import { RebuildStore } from './data/rebuild-store.js';
import { RecheckStore } from './data/recheck-store.js';
import { RowStore } from './data/row-store.js';
import { SourceLocks } from './data/source-locks.js';
import { TelephoneReads } from './data/telephone-reads.js';
import { OldCallsSweep } from './jobs/old-calls-sweep.js';
import { RecheckSweep } from './jobs/recheck-sweep.js';
import { ExportBytes } from './use-cases/export-bytes.js';
import { IngestBatch } from './use-cases/ingest-batch.js';
import { CallListeners } from './use-cases/call-listeners.js';
import { ForgetOldCalls } from './use-cases/forget-old-calls.js';
import { RetellCalls } from './use-cases/retell-calls.js';
import { RebuildSource } from './use-cases/rebuild-source.js';
import { RecheckCalls } from './use-cases/recheck-calls.js';
import { TellListeners } from './use-cases/tell-listeners.js';

const storesOf = (sealing: Sealing): BatchStores =>
  new BatchStores(
    new FeedStore(),
    new RawStore(sealing),
    new EventStore(sealing),
    new RowStore(sealing),
    new TelephoneReads(),
  );

/** For a bench or a command that runs without the house: nobody is told. */
export const ingestOf = (work: UnitOfWork, sealing: Sealing): IngestBatch =>
  new IngestBatch(work, storesOf(sealing), new TellListeners(new CallListeners()));

export const rebuilder = (locks: SourceLocks, work: UnitOfWork, sealing: Sealing): RebuildSource =>
  new RebuildSource(work, locks, storesOf(sealing).raw, new RebuildStore(), ingestOf(work, sealing));

export const exporter = (work: UnitOfWork, sealing: Sealing): ExportBytes =>
  new ExportBytes(work, new RawStore(sealing), new RebuildStore(), new AuditLog(sealing));

/** Whatever puts on record what comes over a line. */
export const INGEST = [
  BatchStores,
  EventStore,
  FeedStore,
  ForgetOldCalls,
  IngestBatch,
  OldCallsSweep,
  RawStore,
  RecheckCalls,
  RecheckStore,
  RecheckSweep,
  RebuildSource,
  RebuildStore,
  RetellCalls,
  RowStore,
  SourceLocks,
  TelephoneReads,
  TellListeners,
];
