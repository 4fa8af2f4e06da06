import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, Sealing, type Transaction } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';
import { isHookSettings } from '../domain/sources/settings.js';
import type { FeedFault } from '../domain/sources/faults.js';
import type { HookVendor } from '../domain/webhook/vendors.js';

/** Where a webhook delivers to; `secret` never leaves the process. */
export interface HookSource {
  readonly id: string;
  readonly vendor: HookVendor;
  readonly secret: string;
}

export interface Delivery {
  readonly sourceId: string;
  readonly vendor: HookVendor;
  readonly receivedAt: Date;
  readonly body: Buffer;
}

/** `new`: kept; `again`: on record already; `other`: the nonce is that of another delivery */
export type Kept = { readonly state: 'new'; readonly id: string } | { readonly state: 'again' | 'other' };

const COUNT = `insert into telephony_feed as f (source_id, feed, state, since, refused, fault, fault_at)
  values ($1, 'webhook', 'connecting', $3, 1, $2, $3)
  on conflict (source_id, feed) do update set refused = f.refused + 1, fault = excluded.fault, fault_at = excluded.fault_at`;

/** The first good delivery shows that the way is open; nothing a stranger sends can close it. */
const HEARD = `insert into telephony_feed as f (source_id, feed, state, since, last_received_at, duplicates)
  values ($1, 'webhook', 'live', $2, $2, $3)
  on conflict (source_id, feed) do update set state = 'live', last_received_at = excluded.last_received_at,
    duplicates = f.duplicates + excluded.duplicates, since = case when f.state = 'live' then f.since else excluded.since end`;

const MOST_NAMES = 40;

/** Deliveries of webhooks, from the door to the record. */
@Injectable()
export class HookStore {
  constructor(private readonly sealing: Sealing) {}

  /** @returns null where there is no such source, or nothing may be delivered to it */
  async source(tx: Transaction, id: string): Promise<HookSource | null> {
    const found = await row<{ settings: unknown; sealed: Buffer | null }>(
      tx,
      `select settings, secret_sealed as sealed from telephony_source where id = $1 and kind = 'webhook' and enabled`,
      [id],
    );
    if (!found?.sealed || !isHookSettings(found.settings)) return null;
    return { id, vendor: found.settings.vendor, secret: this.sealing.open(found.sealed) };
  }

  async keep(tx: Transaction, sourceId: string, nonce: string, body: Buffer): Promise<Kept> {
    const hash = createHash('sha256').update(body).digest();
    const added = await row<{ id: string }>(
      tx,
      `insert into hook_delivery (id, source_id, nonce, body_hash, body_sealed, received_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (source_id, nonce) do nothing returning id`,
      [newId(), sourceId, nonce, hash, this.sealing.seal(body.toString('latin1')), tx.now],
    );
    if (added) return { state: 'new', id: added.id };
    const former = await row<{ hash: Buffer }>(
      tx,
      `select body_hash as hash from hook_delivery where source_id = $1 and nonce = $2`,
      [sourceId, nonce],
    );
    return { state: former?.hash.equals(hash) ? 'again' : 'other' };
  }

  async heard(tx: Transaction, sourceId: string, again: boolean): Promise<void> {
    await changed(tx, HEARD, [sourceId, tx.now, again ? 1 : 0]);
  }

  async turnedAway(tx: Transaction, sourceId: string, fault: FeedFault): Promise<void> {
    await changed(tx, COUNT, [sourceId, fault, tx.now]);
  }

  /** @returns null where it was taken before */
  async waiting(tx: Transaction, id: string): Promise<Delivery | null> {
    const found = await row<{ sourceId: string; settings: unknown; at: Date; sealed: Buffer }>(
      tx,
      `select d.source_id as "sourceId", s.settings, d.received_at as at, d.body_sealed as sealed
       from hook_delivery d join telephony_source s on s.id = d.source_id where d.id = $1 and d.taken_at is null`,
      [id],
    );
    if (!found || !isHookSettings(found.settings)) return null;
    const body = Buffer.from(this.sealing.open(found.sealed), 'latin1');
    return { sourceId: found.sourceId, vendor: found.settings.vendor, receivedAt: found.at, body };
  }

  /** Its bytes are on record with those of the other feeds now. */
  async taken(
    tx: Transaction,
    id: string,
    sourceId: string,
    news: { fault: FeedFault | null; strange: readonly string[] },
  ): Promise<void> {
    const done = await changed(
      tx,
      `update hook_delivery set taken_at = $2, body_sealed = null where id = $1 and taken_at is null`,
      [id, tx.now],
    );
    if (done === 0 || (news.fault === null && news.strange.length === 0)) return;
    await changed(
      tx,
      `update telephony_feed set fault = coalesce($2, fault), fault_at = case when $2::text is null then fault_at else $3 end,
         bookmark = bookmark || jsonb_build_object('strange', (select coalesce(jsonb_agg(name), '[]') from (select distinct name
           from jsonb_array_elements_text(coalesce(bookmark -> 'strange', '[]') || $4::jsonb) as n(name) order by 1
           limit ${MOST_NAMES}) as kept))
       where source_id = $1 and feed = 'webhook'`,
      [sourceId, news.fault, tx.now, JSON.stringify(news.strange)],
    );
  }

  async forget(tx: Transaction, before: Date): Promise<void> {
    await changed(tx, `delete from hook_delivery where taken_at is not null and received_at < $1`, [before]);
  }
}
