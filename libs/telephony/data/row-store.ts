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
import { Remembered } from './remembered.js';
import { jsonText, rowId } from './row-ids.js';
import { Statements } from './statements.js';
import { CALLS, GAPS, LEGS, remove, RINGS, type RowTable, SEGMENTS, upsert, VISITS } from './row-sql.js';

/** $1: visits as a JSON array of {visit_id, rings}. */
const RINGS_GONE = `delete from call_ring t using json_to_recordset($1::json) as r (visit_id uuid, rings integer)
where t.visit_id = r.visit_id and t.ordinal > r.rings`;

/** Writes what changed of the folded rows, some statements a batch however many rows. */
@Injectable()
export class RowStore {
  private readonly numbers = new Remembered<Omit<CallNumber, 'dialled'>>();
  private readonly shown = new Remembered<string>();

  constructor(private readonly sealing: Sealing) {}

  async write(tx: Transaction, owner: RowOwner, changes: RowChanges): Promise<void> {
    const sent = new Statements();
    try {
      await this.send(tx, owner, changes, sent);
    } finally {
      await sent.ended();
    }
  }

  /** Settles before they have ended. */
  async send(tx: Transaction, owner: RowOwner, changes: RowChanges, sent: Statements): Promise<void> {
    await this.takeAway(tx, owner, changes);
    const { calls, dialled, visits, legs, segments, gaps } = changes;
    const put = <T>(table: RowTable, given: readonly T[], body: (one: T) => object): void => {
      if (given.length === 0) return;
      sent.send(changed(tx, upsert(table), [jsonText(once(table, given.map(body)))]));
    };
    put(CALLS, dialled.put, (call) =>
      dialledBody(owner, call, this.numberOf({ caller: call.number, dialled: call.dialled }), tx.now),
    );
    put(CALLS, calls.put, (call) => callBody(owner, call, this.numberOf(call), tx.now));
    put(VISITS, visits.put, (visit) => visitBody(owner, visit));
    const rung = ringsOf(owner, visits.put);
    if (rung.length > 0) {
      const counts = rung.map(({ visit_id, missed }) => ({ visit_id, rings: missed.length }));
      sent.send(changed(tx, RINGS_GONE, [jsonText(counts)]));
    }
    const rings = rung.flatMap(({ visit_id, missed }) =>
      missed.map((ring, place) => ({ visit_id, ring, ordinal: place + 1 })),
    );
    put(RINGS, rings, (one) => ringBody(owner, one.visit_id, one.ring, one.ordinal));
    put(LEGS, legs.put, (leg) => legBody(owner, leg));
    put(SEGMENTS, segments.put, (one) => segmentBody(owner, one));
    put(GAPS, gaps.put, (gap) => gapBody(owner, gap));
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
    const number =
      caller === null || caller === 'withheld'
        ? NO_NUMBER
        : this.numbers.of(caller, () => this.sealed(canonicalPhone(caller)));
    const shown = dialled === null ? null : this.shown.of(dialled, () => maskedMobile(dialled));
    return { ...number, dialled: shown };
  }

  private sealed(canonical: string | null): Omit<CallNumber, 'dialled'> {
    if (canonical === null) return NO_NUMBER;
    return {
      caller_sealed: hex(this.sealing.seal(canonical)),
      caller_masked: maskPhone(canonical),
      caller_hash: hex(phoneFingerprint(this.sealing, canonical)),
    };
  }
}

const maskedMobile = (dialled: string): string =>
  normalisePhone(dialled)?.kind === 'mobile' ? maskPhone(dialled) : dialled;

const NO_NUMBER = { caller_sealed: null, caller_masked: null, caller_hash: null };

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

const ringsOf = ({ sourceId }: RowOwner, visits: readonly StoredVisit[]) =>
  visits
    .filter((visit) => visit.offers > 0 || visit.missed.length > 0)
    .map(({ visitId, missed }) => ({ visit_id: rowId(sourceId, 'visit', visitId), missed }));

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
