import {
  AmiNormaliser,
  AmiParser,
  type CallEvent,
  type CallListener,
  CallListeners,
  EslNormaliser,
  EslParser,
  IngestBatch,
  QueueLogNormaliser,
  QueueLogParser,
  RebuildSource,
  SourceIntake,
  TELEPHONY_ENTITIES,
} from '@hotline/telephony';
import { newId } from '@hotline/kernel';
import { keyed } from '../../libs/telephony/domain/call-event/event-key.js';
import { BatchStores } from '../../libs/telephony/data/batch-stores.js';
import { RecheckStore } from '../../libs/telephony/data/recheck-store.js';
import { RecheckCalls } from '../../libs/telephony/use-cases/recheck-calls.js';
import { ForgetOldCalls } from '../../libs/telephony/use-cases/forget-old-calls.js';
import { TellListeners } from '../../libs/telephony/use-cases/tell-listeners.js';
import { EventStore } from '../../libs/telephony/data/event-store.js';
import { FeedStore } from '../../libs/telephony/data/feed-store.js';
import { RawStore } from '../../libs/telephony/data/raw-store.js';
import { RebuildStore } from '../../libs/telephony/data/rebuild-store.js';
import { RowStore } from '../../libs/telephony/data/row-store.js';
import { SourceLocks } from '../../libs/telephony/data/source-locks.js';
import { TelephoneReads } from '../../libs/telephony/data/telephone-reads.js';
import { type TestDatabase, testDatabase } from './test-database.js';

/** Our clock; the recorded shifts are older. */
const RECEIVED = new Date('2027-01-01T00:00:00Z');

export type Ingest = Pick<IngestBatch, 'run' | 'fold' | 'putAside'>;

/** The store of telephone calls on a database of its own. */
export class CallStore {
  readonly listeners = new CallListeners();
  readonly ingest: IngestBatch;
  readonly locks: SourceLocks;
  readonly rebuild: RebuildSource;
  readonly forget: ForgetOldCalls;
  readonly recheck: RecheckCalls;
  now = RECEIVED;

  private constructor(
    readonly test: TestDatabase,
    readonly accountId: string,
  ) {
    const { sealing } = test;
    const stores = new BatchStores(
      new FeedStore(),
      new RawStore(sealing),
      new EventStore(sealing),
      new RowStore(sealing),
      new TelephoneReads(),
    );
    this.ingest = new IngestBatch(test.work, stores, new TellListeners(this.listeners));
    const rebuilds = new RebuildStore();
    this.locks = new SourceLocks(test.database);
    this.rebuild = new RebuildSource(test.work, this.locks, stores.raw, rebuilds, this.ingest);
    this.forget = new ForgetOldCalls(test.work, test.clock, rebuilds);
    this.recheck = new RecheckCalls(test.work, stores, new RecheckStore());
  }

  static async open(): Promise<CallStore> {
    const test = await testDatabase(TELEPHONY_ENTITIES);
    const [unit, account] = [newId(), newId()];
    await test.owner.query(
      `insert into unit (id, code, name, short_name, kind, level, path) values ($1, 'cn', '全国', '全国', 'territorial', 'national', 'cn/')`,
      [unit],
    );
    await test.owner.query(`insert into account (id, name, display_name) values ($1, 'li', '李')`, [account]);
    return new CallStore(test, account);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  async source(kind: 'ami' | 'esl' = 'ami'): Promise<string> {
    const id = newId();
    await this.test.owner.query(
      `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
       select $1::uuid, $1::text, $2, id, path, '{}', now(), now() from unit limit 1`,
      [id, kind],
    );
    return id;
  }

  /** Gives an extension to the one person there is. */
  async telephone(sourceId: string, address: string): Promise<void> {
    await this.test.owner.query(
      `insert into agent_endpoint (id, source_id, account_id, kind, address, name, valid_from, valid_to)
       values ($1, $2, $3, 'desk', $4, $4, '2020-01-01', '2090-01-01')`,
      [newId(), sourceId, this.accountId, address],
    );
  }

  intake(
    sourceId: string,
    ingest: Ingest = this.ingest,
    kind: 'ami' | 'esl' = 'ami',
    most?: number,
  ): SourceIntake {
    let rests = 0;
    const rest = (): Promise<void> =>
      (rests += 1) > 50 ? Promise.reject(new Error('never taken')) : Promise.resolve();
    const doors = { ingest: this.told(ingest), now: () => this.now, rest, ...(most && { most }) };
    return new SourceIntake(sourceId, doors, kind);
  }

  /** Faults that an intake met, for a test that does not expect any. */
  readonly faults: unknown[] = [];
  private told(ingest: Ingest): Ingest {
    return {
      fold: (...given) => ingest.fold(...given),
      run: async (...given) => {
        try {
          await ingest.run(...given);
        } catch (fault) {
          this.faults.push(fault);
          throw fault;
        }
      },
      putAside: (...given) => ingest.putAside(...given),
    };
  }

  listen(heard: CallListener['heard']): void {
    this.listeners.add({ heard });
  }
}

/** A stream, as a connection would hand it on, in chunks of that many bytes. */
export async function hear(intake: SourceIntake, bytes: Uint8Array, size = 20_011): Promise<void> {
  const parser = new AmiParser();
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    const items = parser.push(chunk);
    const { garbageLines, garbledBlocks, overlong } = parser.counts;
    intake.received(chunk, items, garbageLines + garbledBlocks + overlong);
    await intake.settled();
  }
}

/** The same, faster than it can be put on record. */
export async function rush(intake: SourceIntake, bytes: Uint8Array, size: number): Promise<void> {
  const parser = new AmiParser();
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    intake.received(chunk, parser.push(chunk), 0);
  }
  await intake.settled();
}

/** The same of an event socket. */
export async function hearEsl(intake: SourceIntake, bytes: Uint8Array, size = 20_011): Promise<void> {
  const parser = new EslParser();
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    const behind = intake.received(chunk, parser.push(chunk), parser.counts.garbageLines);
    if (behind > 20_000) await intake.settled();
  }
  await intake.settled();
}

export const readWhole = (intake: SourceIntake, log: Uint8Array, inode = 1): Promise<void> =>
  intake.readLog({
    bytes: Buffer.from(log),
    linesBefore: 0,
    bookmark: { inode, offset: log.length, lines: Buffer.from(log).toString().split('\n').length - 1 },
  });

/** The same by the pure code alone, for comparison. @param at when each stream was received */
export function eventsOf(
  sourceId: string,
  streams: readonly Uint8Array[],
  log: Uint8Array | null,
  at: (place: number) => Date = () => RECEIVED,
): CallEvent[] {
  const ami = new AmiNormaliser(sourceId);
  const events: CallEvent[] = [];
  streams.forEach((bytes, place) => {
    const received = { atUs: at(place).getTime() * 1000, precision: 'received' as const };
    for (const item of new AmiParser().push(bytes))
      if (item.kind !== 'banner') events.push(...ami.accept(item, received));
  });
  const lines = new QueueLogNormaliser(sourceId);
  if (log) for (const line of new QueueLogParser().push(log)) events.push(...lines.accept(line));
  return events;
}

export function eslEventsOf(sourceId: string, bytes: Uint8Array, at: Date = RECEIVED): CallEvent[] {
  const normaliser = new EslNormaliser(sourceId);
  return new EslParser()
    .push(bytes)
    .flatMap((frame) => normaliser.read(frame, at.getTime() * 1000))
    .map((event) => keyed(event, event.visitId));
}
