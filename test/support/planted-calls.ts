import { newId, Sealing, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { type CallChange, CallListeners } from '@hotline/telephony';
import type { CaseHouse } from './case-house.js';

export interface PlantedCall {
  readonly callId: string;
  readonly visitId: string;
}

/** A switchboard of the national line whose calls a test writes down itself; what it tells, the rooms hear. */
export class PlantedLine {
  private constructor(
    private readonly house: CaseHouse,
    readonly sourceId: string,
    readonly unitPath: string,
  ) {}

  static async open(house: CaseHouse): Promise<PlantedLine> {
    const sourceId = newId();
    const { rows } = await house.owner.query<{ path: string }>(
      `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
       select $1::uuid, 'pbx-' || right($1::text, 6), 'ami', u.id, u.path, '{}', now(), now() from unit u where u.code = 'cn'
       returning unit_path as path`,
      [sourceId],
    );
    return new PlantedLine(house, sourceId, rows[0]?.path ?? '');
  }

  /** @param number null for a caller who withholds it */
  async call(number: string | null, at = this.house.clock.now()): Promise<PlantedCall> {
    const callId = newId();
    const visitId = newId();
    const sealing = this.house.get(Sealing);
    await this.house.owner.query(
      `insert into call (id, source_id, call_key, unit_path, direction, caller_sealed, caller_masked, caller_hash, withheld,
         arrived_at, asked, outcome, folded_at)
       values ($1::uuid, $2, $1::text, $3, 'in', $4, $5, $6, $7, $8, true, 'open', $8)`,
      [
        callId,
        this.sourceId,
        this.unitPath,
        number && sealing.seal(number),
        number && `${number.slice(0, 3)}****${number.slice(-4)}`,
        number && sealing.fingerprint(`phone:${number}`),
        number === null,
        at,
      ],
    );
    await this.house.owner.query(
      `insert into call_visit (id, call_id, source_id, visit_key, unit_path, queue, ordinal, entered, joined_at, counted_at,
         outcome, last_seen_at) values ($1::uuid, $2, $3, $1::text, $4, 'q12351', 1, true, $5, $5, 'open', $5)`,
      [visitId, callId, this.sourceId, this.unitPath, at],
    );
    return { callId, visitId };
  }

  tell(
    kind: 'offered' | 'missed' | 'answered' | 'talk_ended' | 'ended',
    call: PlantedCall,
    who: Actor | null,
    at: Date,
  ) {
    const accountId = who?.accountId ?? null;
    return this.hear([{ kind, ...call, accountId, direction: 'in', at }]);
  }

  /** Tells the rooms above in one transaction, as a batch of the feed does. */
  hear(changes: readonly CallChange[]): Promise<void> {
    const { sourceId, unitPath } = this;
    return this.house
      .get(UnitOfWork)
      .run(WHOLE_TREE, (tx) => this.house.get(CallListeners).tell(tx, { sourceId, unitPath }, changes));
  }
}
