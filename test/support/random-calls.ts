import { between, chance, newId, type Random } from '@hotline/kernel';
import type pg from 'pg';

const OUTCOMES = ['open', 'answered', 'key', 'limit', 'full', 'empty', 'withdrawn', 'abandoned', 'lost'];

/** Rows of calls that come, change and go as they do when logs are read late, behind the product's back. */
export class RandomCalls {
  readonly sources: string[] = [];
  readonly accounts: string[] = [];
  unit = '';

  constructor(
    private readonly owner: pg.Client,
    private readonly random: Random,
    private readonly now: () => Date,
  ) {}

  async prepare(): Promise<void> {
    this.unit = newId();
    await this.owner.query(
      `insert into unit (id, code, name, short_name, kind, level, path) values ($1, 'cn', '全国', '全国', 'territorial', 'national', 'cn/')`,
      [this.unit],
    );
    for (let n = 0; n < 3; n += 1) {
      this.accounts.push(newId());
      this.sources.push(newId());
      await this.owner.query('insert into account (id, name, display_name) values ($1, $2, $2)', [
        this.accounts[n],
        `a${n}`,
      ]);
      await this.owner.query(
        `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
         values ($1, $2, 'ami', $3, $4, '{}', now(), now())`,
        [this.sources[n], `s${n}`, this.unit, ['cn/', 'cn/44/', 'cn/44/4403/'][n]],
      );
    }
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** A whole second of the last two days: sometimes exactly on the edge of an interval. */
  private moment(): string {
    const seconds = Math.floor(this.now().getTime() / 1000) - between(this.random, 0, 172_800);
    return new Date((chance(this.random, 0.1) ? seconds - (seconds % 900) : seconds) * 1000).toISOString();
  }

  private async one(table: string): Promise<Record<string, string> | undefined> {
    const { rows } = await this.owner.query(`select * from ${table} order by md5(ctid::text || $1) limit 1`, [
      String(this.random()),
    ]);
    return rows[0];
  }

  async step(): Promise<void> {
    const steps = [
      () => this.addCall(),
      () => this.addVisit(),
      () => this.addVisit(),
      () => this.changeVisit(),
      () => this.changeVisit(),
      () => this.loseVisit(),
      () => this.ring(),
      () => this.segment(),
      () => this.segment(),
      () => this.endSegment(),
      () => this.shift(),
      () => this.losesOther(),
      () => this.changeCall(),
    ];
    await this.pick(steps)();
  }

  private async addCall(): Promise<string> {
    const id = newId();
    const out = chance(this.random, 0.2);
    await this.owner.query(
      `insert into call (id, source_id, call_key, unit_path, direction, arrived_at, outcome, account_id, answered_at, folded_at)
       values ($1::uuid, $2, $1::uuid::text, 'cn/', $3, $4, $5, $6, $7, now())`,
      [
        id,
        this.pick(this.sources),
        out ? 'out' : 'in',
        this.moment(),
        this.pick(['open', 'answered', 'left_ivr', 'closed', 'lost']),
        out ? this.pick(this.accounts) : null,
        chance(this.random, 0.5) ? this.moment() : null,
      ],
    );
    return id;
  }

  private facts(): unknown[] {
    const outcome = this.pick(OUTCOMES);
    const wait = this.pick([null, 0, 5_000_000, 15_000_000, 15_000_001, between(this.random, 0, 90_000_000)]);
    return [
      this.pick(['400', '401']),
      this.moment(),
      outcome,
      outcome === 'full' || outcome === 'empty' ? chance(this.random, 0.5) : true,
      this.pick([null, ...this.accounts]),
      wait,
      this.pick([null, between(this.random, 1, 600_000_000)]),
      between(this.random, 0, 2),
      between(this.random, 0, 9_000_000),
      chance(this.random, 0.8),
      this.pick([null, null, 'blind']),
    ];
  }

  private async addVisit(): Promise<void> {
    const known = chance(this.random, 0.4) ? (await this.one('call'))?.id : undefined;
    const call = known ?? (chance(this.random, 0.8) ? await this.addCall() : null);
    await this.owner.query(
      `insert into call_visit (id, visit_key, call_id, source_id, unit_path, ordinal, last_seen_at, queue, counted_at, outcome,
         entered, account_id, wait_us, talk_us, holds, hold_us, end_known, transfer)
       values ($1::uuid, $1::uuid::text, $2, $3, 'cn/', 1, now(), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [newId(), call, this.pick(this.sources), ...this.facts()],
    );
  }

  private async changeVisit(): Promise<void> {
    const visit = await this.one('call_visit');
    if (!visit) return;
    await this.owner.query(
      `update call_visit set queue = $2, counted_at = $3, outcome = $4, entered = $5, account_id = $6, wait_us = $7, talk_us = $8,
         holds = $9, hold_us = $10, end_known = $11, transfer = $12 where id = $1`,
      [visit.id, ...this.facts()],
    );
  }

  private async loseVisit(): Promise<void> {
    const visit = await this.one('call_visit');
    if (!visit) return;
    await this.owner.query('delete from call_ring where visit_id = $1', [visit.id]);
    await this.owner.query('delete from call_visit where id = $1', [visit.id]);
  }

  private async changeCall(): Promise<void> {
    const call = await this.one('call');
    if (!call) return;
    await this.owner.query('update call set outcome = $2, arrived_at = $3 where id = $1', [
      call.id,
      this.pick(['answered', 'left_ivr', 'closed', 'not_answered']),
      this.moment(),
    ]);
  }

  private async ring(): Promise<void> {
    const visit = await this.one('call_visit');
    if (!visit) return;
    await this.owner.query(
      `insert into call_ring (visit_id, ordinal, agent, account_id, at, reason) values ($1, $2, 'a', $3, $4, $5)
       on conflict (visit_id, ordinal) do update set account_id = excluded.account_id, at = excluded.at, reason = excluded.reason`,
      [
        visit.id,
        between(this.random, 1, 3),
        this.pick([null, ...this.accounts]),
        this.moment(),
        this.pick(['ring_out', 'rejected', 'ring_cancelled']),
      ],
    );
  }

  private async segment(): Promise<void> {
    const from = this.moment();
    const end = new Date(Date.parse(from) + between(this.random, 1, 7200) * 1000);
    const open = end > this.now() || chance(this.random, 0.05);
    const state = this.pick(['signed_in', 'signed_in', 'paused', 'ringing', 'talking', 'held']);
    await this.owner.query(
      `insert into agent_segment (source_id, agent, state, from_at, to_at, reason, account_id)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [
        this.pick(this.sources),
        `a${between(this.random, 0, 2)}`,
        state,
        from,
        open ? null : end.toISOString(),
        state === 'paused' ? this.pick(['acw', 'meal']) : null,
        this.pick([null, ...this.accounts]),
      ],
    );
  }

  private async endSegment(): Promise<void> {
    await this.owner.query(
      `update agent_segment set to_at = $1, account_id = $2 where ctid = (
         select ctid from agent_segment where to_at is null and from_at < $1 order by from_at limit 1)`,
      [this.now().toISOString(), this.pick(this.accounts)],
    );
  }

  private async shift(): Promise<void> {
    const account = this.pick(this.accounts);
    const from = new Date(Date.parse(this.moment()) + between(this.random, 0, 86_400) * 1000);
    const to = new Date(from.getTime() + between(this.random, 3600, 30_000) * 1000);
    const values = [newId(), account, this.unit, from.toISOString(), to.toISOString()];
    await this.owner.query(
      `insert into shift (id, account_id, unit_id, unit_path, day, from_at, to_at, added_at, added_by)
       select $1::uuid, $2::uuid, $3::uuid, 'cn/', $4::timestamptz::date, $4::timestamptz, $5::timestamptz, now(), $2::uuid
       where not exists (select 1 from shift where account_id = $2::uuid and from_at < $5::timestamptz and to_at > $4::timestamptz)`,
      values,
    );
  }

  private async losesOther(): Promise<void> {
    const table = this.pick(['shift', 'call_ring', 'agent_segment']);
    await this.owner.query(
      `delete from ${table} where ctid = (select ctid from ${table} order by md5(ctid::text || $1) limit 1)`,
      [String(this.random())],
    );
  }
}
