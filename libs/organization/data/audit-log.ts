import { Injectable } from '@nestjs/common';
import { HOUR_MS, refuse, Sealing, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { type AuditEntry, canonicalRecord } from '../domain/audit-record.js';

// Any constant: whoever appends holds it until the commit, so the chain has one order and no fork.
const AUDIT_LOCK = 123_511;
const GENESIS = Buffer.alloc(32);
const BATCH = 1_000;
// A case takes a look or two at a sealed number or name; more than this within an hour is somebody collecting.
export const LOOKS_AN_HOUR = 30;

interface StoredRecord {
  seq: string;
  at: Date;
  actor_id: string | null;
  action: string;
  object_kind: string;
  object_id: string | null;
  reason: string | null;
  facts: NonNullable<AuditEntry['facts']>;
  previous_mac: Buffer;
  mac: Buffer;
}

/** A stretch of the chain that has been checked. */
export interface AuditStretch {
  readonly records: number;
  /** The last record seen and its mac: where the next stretch begins. */
  readonly upTo: { readonly seq: string; readonly mac: Buffer };
  /** The first record that does not fit the one before it or its own content. */
  readonly brokenAt: string | null;
}

export const CHAIN_START: AuditStretch['upTo'] = { seq: '0', mac: GENESIS };

/**
 * Every act that must be answered for, chained by a keyed hash: each record covers the one before it, so that a
 * record changed or taken out in the middle breaks the chain. Losing the newest records shows only against a copy.
 */
@Injectable()
export class AuditLog {
  constructor(private readonly sealing: Sealing) {}

  /** Appends in the transaction of the act: without its record the act does not happen. Call it last, it queues. */
  async append(tx: Transaction, entry: AuditEntry): Promise<void> {
    await rows(tx, 'select pg_advisory_xact_lock($1)', [AUDIT_LOCK]);
    const last = await row<{ mac: Buffer }>(tx, 'select mac from audit order by seq desc limit 1');
    const previous = last?.mac ?? GENESIS;
    await rows(
      tx,
      `insert into audit (at, actor_id, action, object_kind, object_id, reason, facts, previous_mac, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.now,
        entry.actorId,
        entry.action,
        entry.objectKind,
        entry.objectId,
        entry.reason ?? null,
        JSON.stringify(entry.facts ?? {}),
        previous,
        this.sealing.mac(previous, canonicalRecord(entry, tx.now)),
      ],
    );
  }

  /**
   * Refuses a look at something sealed when the person had too many of its kind within the last hour. Ask after the
   * look is appended: it counts itself, under the lock of the chain, so that a burst cannot slip through.
   */
  async capLooks(tx: Transaction, action: string): Promise<void> {
    const found = await row<{ looks: number }>(
      tx,
      'select count(*)::integer as looks from audit where actor_id = $1 and action = $2 and at > $3',
      [tx.scope.accountId, action, new Date(tx.now.getTime() - HOUR_MS)],
    );
    if ((found?.looks ?? 0) > LOOKS_AN_HOUR) refuse('too-many-requests');
  }

  /** Checks the next thousand records after `from`; a stretch without records is the end of the chain. */
  async verify(tx: Transaction, from: AuditStretch['upTo'] = CHAIN_START): Promise<AuditStretch> {
    const stored = await rows<StoredRecord>(tx, 'select * from audit where seq > $1 order by seq limit $2', [
      from.seq,
      BATCH,
    ]);
    let upTo = from;
    for (const record of stored) {
      if (!this.fits(record, upTo.mac)) return { records: stored.length, upTo, brokenAt: record.seq };
      upTo = { seq: record.seq, mac: record.mac };
    }
    return { records: stored.length, upTo, brokenAt: null };
  }

  private fits(record: StoredRecord, previous: Buffer): boolean {
    const entry: AuditEntry = {
      actorId: record.actor_id,
      action: record.action,
      objectKind: record.object_kind,
      objectId: record.object_id,
      reason: record.reason,
      facts: record.facts,
    };
    const mac = this.sealing.mac(previous, canonicalRecord(entry, record.at));
    return record.previous_mac.equals(previous) && record.mac.equals(mac);
  }
}
