import { newId, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, unitId } from '@hotline/organization';
import { type CallChange, CallListeners } from '@hotline/telephony';
import type { CaseHouse } from './case-house.js';

/** A switchboard on record whose events the test tells itself. */
export class LineDesk {
  private constructor(
    readonly house: CaseHouse,
    readonly sourceId: string,
  ) {}

  static async open(house: CaseHouse, settings: object = {}): Promise<LineDesk> {
    const sourceId = newId();
    const now = house.clock.now();
    await house.owner.query(
      `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
       values ($1, $2, 'ami', $3, 'cn/', $4, $5, $5)`,
      [sourceId, `ami:${sourceId}`, unitId('cn'), JSON.stringify(settings), now],
    );
    await house.owner.query(
      `insert into telephony_feed (source_id, feed, state, since, last_received_at) values ($1, 'ami', 'live', $2, 'infinity')`,
      [sourceId, now],
    );
    return new LineDesk(house, sourceId);
  }

  async telephoneOf(actor: Actor, address: string, kind = 'practice', queues = ['q12351']): Promise<void> {
    await this.house.owner.query(
      `insert into agent_endpoint (id, source_id, account_id, kind, address, name, queues, valid_from)
       values ($1, $2, $3, $4, $5, $6, $7, '2026-01-01')`,
      [newId(), this.sourceId, actor.accountId, kind, address, address.replace('PJSIP/', '坐席'), queues],
    );
  }

  /** Told as the ingest tells it: in a transaction of the whole tree. */
  tell(...changes: CallChange[]): Promise<void> {
    const source = { sourceId: this.sourceId, unitPath: 'cn/' };
    return this.house.work.run(WHOLE_TREE, (tx) => this.house.get(CallListeners).tell(tx, source, changes));
  }

  /** A call on record that has not ended. */
  async callOn(): Promise<{ callId: string; visitId: string }> {
    const [callId, visitId, now] = [newId(), newId(), this.house.clock.now()];
    await this.house.owner.query(
      `insert into call (id, source_id, call_key, unit_path, direction, caller_masked, arrived_at, outcome, folded_at)
       values ($1::uuid, $2, $1::uuid::text, 'cn/', 'in', '138****2046', $3, 'open', $3)`,
      [callId, this.sourceId, now],
    );
    await this.house.owner.query(
      `insert into call_visit (id, call_id, source_id, visit_key, unit_path, queue, ordinal, entered, counted_at, outcome, last_seen_at)
       values ($1::uuid, $2, $3, $1::uuid::text, 'cn/', 'q12351', 1, true, $4, 'open', $4)`,
      [visitId, callId, this.sourceId, now],
    );
    return { callId, visitId };
  }
}
