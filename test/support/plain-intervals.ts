import type pg from 'pg';

/** Sums of intervals counted the plain way, from rows in memory: what the kept sums must equal. */
export type PlainSums = Record<string, Record<string, number | number[]>>;

interface Visit {
  id: string;
  call_id: string | null;
  source_id: string;
  visit_key: string;
  queue: string;
  counted: number;
  entered: boolean;
  outcome: string;
  account_id: string | null;
  wait_us: string | null;
  talk_us: string | null;
  hold_us: string;
  holds: number;
  end_known: boolean;
  transfer: string | null;
}

const QUARTER = 900_000_000;
const US = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint::float8`;

function beginning(grain: string, us: number): number {
  if (grain === 'quarter') return Math.floor(us / QUARTER) * QUARTER;
  const local = new Date(us / 1000 + 8 * 3_600_000);
  const day = grain === 'day' ? local.getUTCDate() : 1;
  return (Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), day) - 8 * 3_600_000) * 1000;
}

class Tallies {
  readonly all: PlainSums = {};
  add(key: string, at: number, sums: Record<string, number>, waits?: { name: string; us: number }): void {
    for (const grain of ['quarter', 'day', 'month']) {
      const place = `${grain}|${beginning(grain, at)}|${key}`;
      const own = (this.all[place] ??= {});
      for (const [name, value] of Object.entries(sums))
        if (value !== 0) own[name] = ((own[name] as number | undefined) ?? 0) + value;
      if (waits) own[waits.name] = [...((own[waits.name] as number[] | undefined) ?? []), waits.us];
    }
  }
}

const yes = (truth: boolean): number => (truth ? 1 : 0);

/** Every waiting time becomes the number of waits of at most 0, under 1, at most 1, under 2 … seconds. */
export function plainWaits(waits: readonly number[]): number[] {
  const steps: number[] = [];
  for (let n = 0; n === 0 || (steps[n - 1] ?? 0) < waits.length; n += 1) {
    const whole = Math.floor(n / 2) * 1_000_000;
    steps.push(waits.filter((us) => (n % 2 === 0 ? us <= whole : us < whole + 1_000_000)).length);
  }
  return waits.length === 0 ? [] : steps;
}

export async function plainQueueSums(owner: pg.Client): Promise<PlainSums> {
  const visits = (await owner.query<Visit>(`select *, ${US('counted_at')} as counted from call_visit`)).rows;
  const calls = (await owner.query(`select *, ${US('arrived_at')} as arrived from call`)).rows;
  const rings = (await owner.query('select * from call_ring')).rows;
  const tallies = new Tallies();
  for (const visit of visits) {
    const { outcome, entered } = visit;
    const earlier = visits.filter(
      (other) =>
        other.call_id === visit.call_id &&
        (other.counted < visit.counted ||
          (other.counted === visit.counted && other.visit_key < visit.visit_key)),
    );
    const answered = outcome === 'answered';
    const wait = visit.wait_us === null ? null : Number(visit.wait_us);
    const talked = answered && visit.end_known && visit.talk_us !== null;
    const rang = (reason: string): number =>
      rings.filter((ring) => ring.visit_id === visit.id && ring.reason === reason).length;
    tallies.add(
      `${visit.source_id}|${visit.queue}`,
      visit.counted,
      {
        arrived: yes(visit.call_id !== null && earlier.length === 0),
        asked: 1,
        entered: yes(entered),
        answered: yes(answered),
        abandoned: yes(outcome === 'abandoned' && entered),
        limits: yes(outcome === 'limit' && entered),
        keys: yes(outcome === 'key' && entered),
        refused_full: yes(outcome === 'full' && !entered),
        refused_empty: yes(outcome === 'empty' && !entered),
        left_empty: yes(outcome === 'empty' && entered),
        withdrawn: yes(outcome === 'withdrawn'),
        unknown: yes(outcome === 'lost' || outcome === 'open'),
        unassigned: yes(answered && visit.account_id === null),
        waited: yes(answered && wait !== null),
        wait_us: answered ? (wait ?? 0) : 0,
        talked: yes(talked),
        talk_us: talked ? Number(visit.talk_us) : 0,
        held: yes(talked && visit.holds > 0),
        hold_us: talked ? Number(visit.hold_us) : 0,
        rung_out: rang('ring_out'),
        rejected: rang('rejected'),
        ring_cancelled: rang('ring_cancelled'),
        transferred: yes(visit.transfer !== null),
      },
      wait !== null && entered && (answered || outcome === 'abandoned')
        ? { name: `${outcome}_waits`, us: wait }
        : undefined,
    );
  }
  for (const call of calls) {
    if (call.direction !== 'in' || visits.some((visit) => visit.call_id === call.id)) continue;
    tallies.add(`${call.source_id}|`, call.arrived, {
      arrived: 1,
      left_ivr: yes(call.outcome === 'left_ivr'),
      closed: yes(call.outcome === 'closed'),
      unknown: yes(call.outcome === 'lost' || call.outcome === 'open'),
    });
  }
  for (const sums of Object.values(tallies.all))
    for (const name of ['answered_waits', 'abandoned_waits'])
      if (sums[name]) sums[name] = plainWaits(sums[name] as number[]);
  return tallies.all;
}

const STATES = ['held', 'talking', 'ringing', 'acw', 'paused', 'signed_in'];
const COLUMNS = ['holding_us', 'talking_us', 'ringing_us', 'wrapping_us', 'break_us', 'idle_us'];

/** The time of agents second by second: every stretch of the test begins and ends on a whole second. */
export async function plainAgentSums(owner: pg.Client, now: Date): Promise<PlainSums> {
  const tallies = new Tallies();
  const nowUs = now.getTime() * 1000;
  const visits = (await owner.query<Visit>(`select *, ${US('counted_at')} as counted from call_visit`)).rows;
  for (const visit of visits.filter((one) => one.outcome === 'answered' && one.account_id)) {
    const talked = visit.end_known && visit.talk_us !== null;
    tallies.add(String(visit.account_id), visit.counted, {
      answered: 1,
      waited: yes(visit.wait_us !== null),
      wait_us: Number(visit.wait_us ?? 0),
      talked: yes(talked),
      talk_us: talked ? Number(visit.talk_us) : 0,
      held: yes(talked && visit.holds > 0),
      hold_us: talked ? Number(visit.hold_us) : 0,
      transferred: yes(visit.transfer !== null),
    });
  }
  for (const ring of (
    await owner.query(`select *, ${US('at')} as rang from call_ring where account_id is not null`)
  ).rows) {
    const column = { ring_out: 'rung_out', rejected: 'rejected' }[String(ring.reason)] ?? 'ring_cancelled';
    tallies.add(ring.account_id, ring.rang, { [column]: 1 });
  }
  const out = `select *, ${US('arrived_at')} as arrived from call where direction = 'out' and account_id is not null`;
  for (const call of (await owner.query(out)).rows)
    tallies.add(call.account_id, call.arrived, { dialled: 1, reached: yes(call.answered_at !== null) });
  const ends = (table: string): string =>
    `select *, ${US('from_at')} as from_us, ${US(`coalesce(to_at, $1::timestamptz)`)} as to_us from ${table} where account_id is not null`;
  const segments = (await owner.query(ends('agent_segment'), [now])).rows;
  const shifts = (await owner.query(ends('shift'), [now])).rows;
  for (const account of new Set([...segments, ...shifts].map((one) => one.account_id as string))) {
    const own = segments.filter((one) => one.account_id === account);
    const due = shifts.filter((one) => one.account_id === account);
    const from = Math.min(...[...own, ...due].map((one) => one.from_us));
    const to = Math.min(nowUs, Math.max(...[...own, ...due].map((one) => one.to_us)));
    for (let us = from; us < to; us += 1_000_000) {
      const at = (one: { from_us: number; to_us: number }): boolean => one.from_us <= us && us < one.to_us;
      const states = own.filter(at).map((one) => (one.reason === 'acw' ? 'acw' : (one.state as string)));
      const state = STATES.findIndex((name) => states.includes(name));
      const rostered = due.some(at);
      tallies.add(account, us, {
        ...(state < 0 ? {} : { signed_us: 1_000_000, [COLUMNS[state] ?? '']: 1_000_000 }),
        rostered_us: rostered ? 1_000_000 : 0,
        adhered_us: rostered && state >= 0 && STATES[state] !== 'paused' ? 1_000_000 : 0,
      });
    }
  }
  return tallies.all;
}
