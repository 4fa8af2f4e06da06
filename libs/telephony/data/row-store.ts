import { Injectable } from '@nestjs/common';
import {
  canonicalPhone,
  maskPhone,
  normalisePhone,
  phoneFingerprint,
  Sealing,
  type Transaction,
} from '@hotline/kernel';
import { changed } from '@hotline/platform';
import { type RowChanges, type StoredCall, type StoredVisit } from '../domain/store/row-changes.js';
import {
  callBody,
  type CallNumber,
  dialledBody,
  gapBody,
  legBody,
  ringBody,
  type RowOwner,
  segmentBody,
  visitBody,
} from './row-bodies.js';
import { takeAwayCalls } from './gone-calls.js';
import { jsonText, rowId } from './row-ids.js';
import { CALLS, GAPS, LEGS, remove, RINGS, type RowTable, SEGMENTS, upsert, VISITS } from './row-sql.js';

/** $1: visits as a JSON array of {visit_id, rings}. */
const RINGS_GONE = `delete from call_ring t using json_to_recordset($1::json) as r (visit_id uuid, rings integer)
where t.visit_id = r.visit_id and t.ordinal > r.rings`;

/** Writes what changed of the folded rows, some statements a batch however many rows. */
@Injectable()
export class RowStore {
  constructor(private readonly sealing: Sealing) {}

  async write(tx: Transaction, owner: RowOwner, changes: RowChanges): Promise<void> {
    await this.takeAway(tx, owner, changes);
    const { calls, dialled, visits, legs, segments, gaps } = changes;
    const queue = new OneAhead();
    try {
      await queue.put(tx, CALLS, dialled.put, (call) =>
        dialledBody(owner, call, this.numberOf({ caller: call.number, dialled: call.dialled }), tx.now),
      );
      await queue.put(tx, CALLS, calls.put, (call) => callBody(owner, call, this.numberOf(call), tx.now));
      await queue.put(tx, VISITS, visits.put, (visit) => visitBody(owner, visit));
      await queue.putRings(tx, owner, visits.put);
      await queue.put(tx, LEGS, legs.put, (leg) => legBody(owner, leg));
      await queue.put(tx, SEGMENTS, segments.put, (one) => segmentBody(owner, one));
      await queue.put(tx, GAPS, gaps.put, (gap) => gapBody(owner, gap));
    } finally {
      // Nothing is rolled back over a statement that is still under way.
      await queue.done();
    }
  }

  /** Rows that a later event proved wrong, those that point to others first. */
  private async takeAway(tx: Transaction, owner: RowOwner, changes: RowChanges): Promise<void> {
    const { sourceId } = owner;
    const visits = changes.visits.gone.map((visit) => ({ id: rowId(sourceId, 'visit', visit.visitId) }));
    await away(
      tx,
      SEGMENTS,
      changes.segments.gone.map((one) => segmentBody(owner, one)),
    );
    if (visits.length > 0) {
      const rings = visits.map(({ id }) => ({ visit_id: id, rings: 0 }));
      await changed(tx, RINGS_GONE, [jsonText(rings)]);
    }
    await away(tx, VISITS, visits);
    const legs = changes.legs.gone.map((leg) => ({ source_id: sourceId, leg_key: leg.legId }));
    await away(tx, LEGS, legs);
    await takeAwayCalls(tx, sourceId, goneCalls(changes));
    await away(
      tx,
      GAPS,
      changes.gaps.gone.map((gap) => gapBody(owner, gap)),
    );
  }

  /** A number is kept sealed, masked as everywhere in the product, and with the hash that finds the same person again. */
  private numberOf({ caller, dialled }: Pick<StoredCall, 'caller' | 'dialled'>): CallNumber {
    const canonical = caller === null || caller === 'withheld' ? null : canonicalPhone(caller);
    return {
      caller_sealed: canonical === null ? null : hex(this.sealing.seal(canonical)),
      caller_masked: canonical === null ? null : maskPhone(canonical),
      caller_hash: canonical === null ? null : hex(phoneFingerprint(this.sealing, canonical)),
      dialled: dialled !== null && normalisePhone(dialled)?.kind === 'mobile' ? maskPhone(dialled) : dialled,
    };
  }
}

/** A call that turns out to be of the other kind keeps its row, and what points to it. */
function goneCalls({ calls, dialled }: RowChanges): string[] {
  const stays = new Set([
    ...calls.put.map((call) => call.callerLegId),
    ...dialled.put.map((call) => call.legId),
  ]);
  const gone = [...calls.gone.map((call) => call.callerLegId), ...dialled.gone.map((call) => call.legId)];
  return gone.filter((key) => !stays.has(key));
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** Makes the rows of a table while those of the one before are being written. */
class OneAhead {
  private sent: Promise<unknown> = Promise.resolve();

  async put<T>(
    tx: Transaction,
    table: RowTable,
    given: readonly T[],
    body: (one: T) => object,
  ): Promise<void> {
    if (given.length === 0) return;
    const text = jsonText(once(table, given.map(body)));
    await this.sent;
    this.sent = changed(tx, upsert(table), [text]);
  }

  async putRings(tx: Transaction, owner: RowOwner, visits: readonly StoredVisit[]): Promise<void> {
    const rung = visits
      .filter((visit) => visit.offers > 0 || visit.missed.length > 0)
      .map(({ visitId, missed }) => ({ visit_id: rowId(owner.sourceId, 'visit', visitId), missed }));
    if (rung.length === 0) return;
    const counts = jsonText(rung.map(({ visit_id, missed }) => ({ visit_id, rings: missed.length })));
    await this.sent;
    this.sent = changed(tx, RINGS_GONE, [counts]);
    const rings = rung.flatMap(({ visit_id, missed }) =>
      missed.map((ring, place) => ({ visit_id, ring, ordinal: place + 1 })),
    );
    await this.put(tx, RINGS, rings, (one) => ringBody(owner, one.visit_id, one.ring, one.ordinal));
  }

  done(): Promise<unknown> {
    return this.sent;
  }
}

async function away(tx: Transaction, table: RowTable, given: readonly object[]): Promise<void> {
  if (given.length > 0) await changed(tx, remove(table), [jsonText(given)]);
}

/** One statement cannot write a row twice: the last one of a key stands. */
function once(table: RowTable, given: readonly object[]): object[] {
  const rows = new Map<string, object>();
  for (const one of given)
    rows.set(table.key.map((name) => String((one as Record<string, unknown>)[name])).join('|'), one);
  return [...rows.values()];
}
