import { newId } from '@hotline/kernel';
import { unitId } from '@hotline/organization';
import type pg from 'pg';

export interface PlantedVisit {
  readonly at: string;
  readonly outcome?: string;
  readonly queue?: string;
  readonly entered?: boolean;
  readonly waitUs?: number | null;
  readonly talkUs?: number | null;
  readonly holdUs?: number;
  readonly accountId?: string | null;
}

/** A line and its calls as a switchboard would have left them. */
export class PlantedLine {
  private constructor(
    private readonly owner: pg.Client,
    readonly sourceId: string,
    private readonly path: string,
  ) {}

  static async at(owner: pg.Client, code: string, name: string): Promise<PlantedLine> {
    const id = newId();
    const { rows } = await owner.query('select path from unit where id = $1', [unitId(code)]);
    await owner.query(
      `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
       values ($1, $2, 'ami', $3, $4, '{}', now(), now())`,
      [id, name, unitId(code), rows[0].path],
    );
    return new PlantedLine(owner, id, rows[0].path);
  }

  async call(at: string, outcome = 'answered', masked = '138****0000'): Promise<string> {
    const id = newId();
    await this.owner.query(
      `insert into call (id, source_id, call_key, unit_path, direction, arrived_at, outcome, caller_masked, asked, folded_at)
       values ($1::uuid, $2, $1::uuid::text, $3, 'in', $4, $5, $6, $5 <> 'left_ivr', now())`,
      [id, this.sourceId, this.path, at, outcome, masked],
    );
    return id;
  }

  async visit(given: PlantedVisit): Promise<string> {
    const id = newId();
    const { at, outcome = 'answered', queue = '400' } = given;
    const call = await this.call(at, outcome === 'answered' ? 'answered' : 'not_answered');
    await this.owner.query(
      `insert into call_visit (id, visit_key, call_id, source_id, unit_path, queue, ordinal, counted_at, last_seen_at, entered,
         outcome, wait_us, talk_us, hold_us, holds, account_id)
       values ($1::uuid, $1::uuid::text, $2, $3, $4, $5, 1, $6, now(), $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        call,
        this.sourceId,
        this.path,
        queue,
        at,
        given.entered ?? true,
        outcome,
        given.waitUs === undefined ? 10_000_000 : given.waitUs,
        given.talkUs === undefined && outcome === 'answered' ? 120_000_000 : (given.talkUs ?? null),
        given.holdUs ?? 0,
        given.holdUs ? 1 : 0,
        given.accountId ?? null,
      ],
    );
    return id;
  }

  ring(visitId: string, accountId: string, at: string, reason = 'rejected', ordinal = 1): Promise<unknown> {
    return this.owner.query(
      `insert into call_ring (visit_id, ordinal, agent, account_id, at, reason) values ($1, $2, 'a', $3, $4, $5)`,
      [visitId, ordinal, accountId, at, reason],
    );
  }

  segment(accountId: string, state: string, from: string, to: string | null, reason: string | null = null) {
    return this.owner.query(
      `insert into agent_segment (source_id, agent, state, from_at, to_at, reason, account_id) values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.sourceId, accountId.slice(-6), state, from, to, reason, accountId],
    );
  }

  gap(from: string, to: string | null, mendedAt: string | null = null): Promise<unknown> {
    return this.owner.query(
      'insert into feed_gap (source_id, from_at, to_at, mended_at) values ($1, $2, $3, $4)',
      [this.sourceId, from, to, mendedAt],
    );
  }
}
