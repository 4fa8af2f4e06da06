import { Injectable } from '@nestjs/common';
import { Sealing, type Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import { type CallEvent, type EventBody, eventOf } from '../domain/call-event/call-event.js';
import { AGENT_HISTORY_US } from '../domain/store/agent-history.js';
import { finalOf } from '../domain/store/by-family.js';
import { type SealedPart, split } from '../domain/store/sealed-part.js';
import type { Merge, StoredEvent } from '../domain/store/working-set.js';
import { Remembered } from './remembered.js';
import { jsonText } from './row-ids.js';

export interface EventPlace {
  readonly sourceId: string;
  /** number of the first of them in its feed */
  readonly first: number;
  readonly receivedAt: Date;
}

const ADD = `insert into call_event
  (source_id, feed, seq, event_key, family, type, occurred_us, received_at, body, caller_sealed)
select $1, e.feed, e.seq, e.key, e.family, e.type, e.at, $2, e.body, decode(e.sealed, 'hex')
from json_to_recordset($3::json) as e
  (feed text, seq bigint, key text, family text, type text, at bigint, body jsonb, sealed text)
on conflict do nothing`;

const MERGE = `update call_event e set family = m.family from unnest($2::text[], $3::text[]) as m(before, family)
where e.source_id = $1 and e.family = m.before`;

const OF_CALLS = `select e.source_id as source, e.feed, e.type, e.event_key as key, e.occurred_us as at, e.family, e.body,
  e.caller_sealed as sealed from call_event e
where e.source_id = $1 and e.family in (
  select unnest($2::text[])
  union select l.family from call_leg l where l.source_id = $1 and l.leg_key = any ($2))
order by e.received_at, e.feed, e.seq`;

/** $3: how far back. An agent's breaks since then or since the beginning of one that lasts, and all words on queues. */
const OF_AGENTS = `select e.source_id as source, e.feed, e.type, e.event_key as key, e.occurred_us as at, e.family, e.body,
  e.caller_sealed as sealed from call_event e
where e.source_id = $1 and e.family = any ($2) and (e.type in ('agent_signed_in', 'agent_signed_out')
  or e.occurred_us >= least($3, (
    select (extract(epoch from min(s.from_at)) - 5) * 1000000 from agent_segment s
    where s.source_id = $1 and 'agent:' || s.agent = e.family and s.state = 'paused' and s.to_at is null)))
order by e.received_at, e.feed, e.seq`;

const OPEN = `select call_key as leg from call where source_id = $1 and outcome = 'open'
union select call_key from call where source_id = $1 and direction <> 'in' and ended_at is null
union select coalesce(c.call_key, split_part(v.visit_key, ':', 1)) from call_visit v left join call c on c.id = v.call_id
where v.source_id = $1
  and (v.provisional or v.outcome = 'open' or (v.outcome = 'answered' and v.talk_ended_at is null))
  and v.last_seen_at > (select max(last_occurred_at) - interval '1 day' from telephony_feed where source_id = $1)`;

/** Normalised events on record: what may name a person sealed, the rest in clear. */
@Injectable()
export class EventStore {
  private readonly sealed = new Remembered<string>();

  constructor(private readonly sealing: Sealing) {}

  /** @returns how many were new: the same fact told twice by one feed is kept once */
  async add(
    tx: Transaction,
    { sourceId, first, receivedAt }: EventPlace,
    events: readonly StoredEvent[],
  ): Promise<number> {
    if (events.length === 0) return 0;
    const given = events.map(({ event, family }, place) => {
      const { body, personal } = split(event);
      const { feed, type, occurredUs } = event;
      const key = event.eventKey.slice(sourceId.length + 1);
      return {
        feed,
        seq: first + place,
        key,
        family,
        type,
        at: occurredUs,
        body,
        sealed: this.seal(personal),
      };
    });
    return changed(tx, ADD, [sourceId, receivedAt, jsonText(given)]);
  }

  /** Two families turned out to be one. */
  async merge(tx: Transaction, sourceId: string, merges: readonly Merge[]): Promise<void> {
    if (merges.length === 0) return;
    const from = [...new Set(merges.map((one) => one.from))];
    await changed(tx, MERGE, [sourceId, from, from.map((family) => finalOf(family, merges))]);
  }

  /** Everything on record of the calls that have these legs, and of these agents; in the order of receipt. */
  async families(
    tx: Transaction,
    sourceId: string,
    names: readonly string[],
    nowUs: number,
  ): Promise<StoredEvent[]> {
    const agents = names.filter((name) => name.startsWith('agent:'));
    const calls = names.filter((name) => !name.startsWith('agent:'));
    const found = calls.length > 0 ? await rows<Found>(tx, OF_CALLS, [sourceId, calls]) : [];
    if (agents.length > 0)
      found.push(...(await rows<Found>(tx, OF_AGENTS, [sourceId, agents, nowUs - AGENT_HISTORY_US])));
    return found.map((one) => this.stored(one));
  }

  /** @returns first legs of the calls, and of the stays, that stand as going on or as not yet decided */
  async openCalls(tx: Transaction, sourceId: string): Promise<string[]> {
    const found = await rows<{ leg: string }>(tx, OPEN, [sourceId]);
    return found.map(({ leg }) => leg);
  }

  private stored({ family, body, sealed, feed, type, key, at, source }: Found): StoredEvent {
    const columns = { source, feed, type, eventKey: `${source}|${key}`, occurredUs: Number(at) };
    const personal = sealed ? (JSON.parse(this.sealing.open(sealed)) as SealedPart) : null;
    return { family, event: eventOf(columns, personal ? { ...body, ...personal } : body) };
  }

  /** The number of one caller is on many events: it is sealed once for all of them. */
  private seal(personal: SealedPart | null): string | null {
    if (!personal) return null;
    const text = JSON.stringify(personal);
    return this.sealed.of(text, () => this.sealing.seal(text).toString('hex'));
  }
}

interface Found extends Pick<CallEvent, 'source' | 'feed' | 'type'> {
  family: string;
  key: string;
  at: string;
  body: EventBody;
  sealed: Buffer | null;
}
