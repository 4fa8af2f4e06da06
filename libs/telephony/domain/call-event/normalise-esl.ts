import { callerNumber } from '../ami/redact.js';
import { type EslAnswer, type ListRow, readAnswer, type ShownChannel } from '../esl/lists.js';
import { type EslEvent, type EslFrame } from '../esl/parser.js';
import { agentOf, AgentTelephones } from '../esl/telephones.js';
import { type CallEvent, draft, type EventDraft, type Receipt, type Said } from './call-event.js';
import { EslDevices } from './esl-devices.js';
import { readingOf, statusSaid } from './esl-events.js';
import { epoch, header, leaving, SECOND } from './esl-fields.js';
import { EslLedger } from './esl-ledger.js';
import { keyed } from './event-key.js';
import { type NormaliserStanding } from './normalise-ami.js';

/** FreeSWITCH beats every 20 s: after two beats that did not come the stream has lost events. */
const TWO_BEATS_US = 50 * SECOND;

/**
 * FreeSWITCH `mod_callcenter`, channel events and the answers of the resync → call events. One for the life of the source,
 * over reconnects. `Event-Date-Timestamp` has microseconds. An answer or an end also says when the caller had joined, in whole
 * seconds: kept as a fact of its own for the case that the joining was lost.
 *
 * `Event-Sequence` numbers all events of the core, also those nobody asked for and those that are never sent (measured: every
 * third arrives), so a jump alone proves nothing: it is a hole when the beats in it are missing too.
 */
export class EslNormaliser {
  readonly counts = { unused: 0, withoutTime: 0, restarts: 0 };
  readonly telephones = new AgentTelephones();
  readonly #devices = new EslDevices(this.telephones);
  readonly #ledger = new EslLedger();
  #sequence = 0;
  #lastUs: number | null = null;
  #bootUs: number | null = null;
  /** connected, and has not yet said how long it has been up */
  #greeted = false;
  #beats = false;
  #shown: ReadonlySet<string> | null = null;

  constructor(readonly source: string) {}

  accept(event: EslEvent, receivedUs = 0): CallEvent[] {
    return this.#event(event, receivedUs).map((one) => keyed(one, one.visitId));
  }

  /** A frame of the wire, in its order; events of stays name them themselves. */
  read(frame: EslFrame, receivedUs: number): EventDraft[] {
    if (frame.event) return this.#event(frame.event, receivedUs);
    if (frame.contentType === 'auth/request') this.#connected();
    return frame.contentType === 'api/response' ? this.#answer(readAnswer(frame.body), receivedUs) : [];
  }

  /** Where it stands, to go on from in another process. */
  standing(): NormaliserStanding {
    return { order: this.#sequence, lastUs: this.#lastUs, bootUs: this.#bootUs };
  }

  resume({ order, lastUs, bootUs }: NormaliserStanding): void {
    this.#sequence = order;
    this.#lastUs = lastUs;
    this.#bootUs = bootUs;
  }

  #connected(): void {
    this.#greeted = true;
    this.#beats = false;
    this.#shown = null;
    this.#ledger.begin();
  }

  #event(event: EslEvent, receivedUs: number): EventDraft[] {
    const receipt = this.#receipt(event, receivedUs);
    const hole = this.#hole(event, receipt);
    this.#ledger.hear(event, receipt.occurredUs);
    this.#sequence = Math.max(this.#sequence, receipt.order);
    this.#lastUs = Math.max(this.#lastUs ?? 0, receipt.occurredUs);
    const agent = header(event, 'CC-Agent');
    if (agent !== null) this.telephones.learn(agent, header(event, 'CC-Agent-Contact'));
    const devices = this.#devices.hear(event);
    const reading = readingOf(event);
    if (!reading && devices.length === 0) this.counts.unused += 1;
    const said = [...(reading?.(event, this.telephones) ?? []), ...devices];
    return [...hole, ...said.map((one) => draft(receipt, one)), ...joinings(event, receipt)];
  }

  #receipt(event: EslEvent, receivedUs: number): Receipt {
    const at = epoch(event, 'Event-Date-Timestamp');
    if (at === null) this.counts.withoutTime += 1;
    return {
      source: this.source,
      feed: 'esl',
      occurredUs: at ?? receivedUs,
      precision: at === null ? 'received' : 'exact',
      order: Number(header(event, 'Event-Sequence') ?? 0) || 0,
    };
  }

  #hole(event: EslEvent, { occurredUs, order }: Receipt): EventDraft[] {
    const last = this.#lastUs;
    const jumped = order > this.#sequence + 1;
    const lost = this.#beats && last !== null && jumped && occurredUs - last > TWO_BEATS_US;
    this.#beats ||= header(event, 'Event-Name') === 'HEARTBEAT';
    return lost ? this.#gap(last, occurredUs - 1, false) : [];
  }

  #gap(fromUs: number, toUs: number, restarted: boolean): EventDraft[] {
    const reason = restarted ? ('restarted' as const) : null;
    const receipt = { source: this.source, feed: 'esl', precision: 'second', order: this.#sequence } as const;
    return [
      draft({ ...receipt, occurredUs: fromUs }, { type: 'feed_gap', reason }),
      draft({ ...receipt, occurredUs: toUs }, { type: 'feed_resynced', reason, rawReason: String(fromUs) }),
    ];
  }

  #answer(answer: EslAnswer, receivedUs: number): EventDraft[] {
    const { source } = this;
    const receipt: Receipt = {
      source,
      feed: 'snapshot',
      occurredUs: receivedUs,
      precision: 'second',
      order: this.#sequence,
    };
    switch (answer.kind) {
      case 'status':
        return this.#booted(answer.uptimeUs, receivedUs);
      case 'channels':
        return [
          ...this.#missed(answer.channels, receivedUs),
          ...this.#present(answer.channels).map((said) => draft(receipt, said)),
        ];
      case 'agents':
        return answer.rows.flatMap((row) => this.#agent(row)).map((said) => draft(receipt, said));
      case 'members':
        this.#ledger.members(answer.rows, receivedUs);
        return answer.rows.flatMap((row) => this.#member(row, receipt));
      default:
        return [];
    }
  }

  /** The first word after a greeting: how long we were away, and whether it was started anew meanwhile. */
  #booted(uptimeUs: number, receivedUs: number): EventDraft[] {
    if (!this.#greeted) return [];
    this.#greeted = false;
    const last = this.#lastUs;
    const boot = receivedUs - uptimeUs;
    // What the lists say next is later than the hole.
    const toUs = receivedUs - 1_000;
    const known = this.#bootUs;
    this.#bootUs ??= boot;
    if (last === null || toUs <= last) return [];
    const restarted = known === null ? uptimeUs < receivedUs - last : boot > known + 5 * SECOND;
    if (restarted) {
      this.counts.restarts += 1;
      this.#bootUs = boot;
      this.#sequence = 0;
    }
    this.#lastUs = toUs;
    return this.#gap(last, toUs, restarted);
  }

  /** Marked before what the list says, so that who is on it is seen after the hole, and who is not was lost in it. */
  #missed(channels: readonly ShownChannel[], receivedUs: number): EventDraft[] {
    const uuids = channels.map(({ uuid }) => uuid);
    const fromUs = this.#ledger.look(uuids, receivedUs);
    const toUs = receivedUs - 1_000;
    if (fromUs === null || toUs <= fromUs) return [];
    this.#lastUs = Math.max(this.#lastUs ?? 0, toUs);
    return this.#gap(fromUs, toUs, false);
  }

  #present(channels: readonly ShownChannel[]): Said[] {
    this.#shown = new Set(channels.map(({ uuid }) => uuid));
    this.#devices.list(channels);
    return channels.map(({ uuid, callUuid, direction, context, dest, cidNumber, application }) => ({
      type: 'observed',
      sign: 'leg_present',
      legId: uuid,
      callId: callUuid || uuid,
      context: direction === 'inbound' ? context || null : null,
      exten: direction === 'inbound' ? dest || null : null,
      caller: direction === 'inbound' ? callerNumber(cidNumber) : null,
      application: application || null,
    }));
  }

  #agent(row: ListRow): Said[] {
    const agent = agentOf(row);
    if (!agent) return [];
    this.telephones.learn(agent.name, row.get('contact') ?? null);
    return statusSaid(agent.status, { agent: agent.name, agentExt: agent.extension });
  }

  /**
   * A caller who waits, or talks. FreeSWITCH has been seen to list callers who were gone: only one whose channel it still has
   * is believed.
   */
  #member(row: ListRow, receipt: Receipt): EventDraft[] {
    const legId = row.get('session_uuid') ?? '';
    const second = (column: string): number => Number(row.get(column) ?? 0) * SECOND || 0;
    if (legId === '' || this.#shown?.has(legId) === false || second('joined_epoch') === 0) return [];
    const stay: Partial<Said> = {
      callId: legId,
      callerLegId: legId,
      visitId: row.get('uuid') || null,
      queue: row.get('queue') || null,
      caller: callerNumber(row.get('cid_number')),
    };
    const own = { ...stay, legId, legKind: 'caller' as const };
    const joined = draft(
      { ...receipt, occurredUs: second('joined_epoch') },
      { ...own, type: 'queue_joined' },
    );
    if (row.get('state') !== 'Answered')
      return [joined, draft(receipt, { ...own, type: 'observed', sign: 'waiting' })];
    const agent = row.get('serving_agent') || null;
    const serving = {
      ...stay,
      agent,
      agentExt: this.telephones.extensionOf(agent),
      legKind: 'agent' as const,
    };
    const answered = { ...receipt, occurredUs: second('bridge_epoch') };
    return answered.occurredUs === 0 ? [joined] : [joined, draft(answered, { ...serving, type: 'answered' })];
  }
}

function joinings(event: EslEvent, receipt: Receipt): EventDraft[] {
  const joinedS = epoch(event, 'CC-Member-Joined-Time');
  if (joinedS === null) return [];
  const earlier = { ...receipt, feed: 'snapshot' as const, precision: 'second' as const };
  return [draft({ ...earlier, occurredUs: joinedS * SECOND }, { ...leaving(event), type: 'queue_joined' })];
}
