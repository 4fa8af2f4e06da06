import { callerNumber } from '../ami/redact.js';
import { type QueueLogLine } from '../queue-log/parser.js';
import {
  type CallEvent,
  type CallReason,
  draft,
  type EventDraft,
  isOfVisit,
  type Said,
} from './call-event.js';
import { keyed, visitIdOf } from './event-key.js';
import { VisitBook } from './visit-book.js';

type Reading = (line: QueueLogLine) => Said[];

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;

const waiting = (line: QueueLogLine): Partial<Said> => ({
  callerLegId: line.callId,
  legId: line.callId,
  legKind: 'caller',
  queue: line.queue,
});
const serving = (line: QueueLogLine): Partial<Said> => ({
  callerLegId: line.callId,
  legKind: 'agent',
  queue: line.queue,
  agent: line.agent,
});

/** @param waitAt which data field holds the seconds waited */
const left =
  (reason: CallReason, waitAt: number): Reading =>
  (line) => [{ ...waiting(line), type: 'queue_left', reason, waitS: whole(line.data[waitAt]) }];

const completed =
  (reason: CallReason): Reading =>
  (line) => [
    {
      ...serving(line),
      type: 'talk_ended',
      reason,
      waitS: whole(line.data[0]),
      talkS: whole(line.data[1]),
    },
  ];

/** The waiting and talking times stand third and second from the end: what is before them varies with the version. */
const transferred =
  (reason: CallReason): Reading =>
  (line) => [
    {
      ...serving(line),
      type: 'talk_ended',
      reason,
      waitS: whole(line.data.at(-3)),
      talkS: whole(line.data.at(-2)),
      rawReason: line.event,
    },
  ];

const missed =
  (reason: CallReason): Reading =>
  (line) => [{ ...serving(line), type: 'agent_missed', reason, rawReason: line.data[0] ?? null }];

const agent =
  (type: Said['type']): Reading =>
  (line) => [{ type, queue: line.queue, agent: line.agent, rawReason: line.data[0] || null }];

const nothing: Reading = () => [];

const READINGS: Readonly<Record<string, Reading>> = {
  ENTERQUEUE: (line) => [
    { ...waiting(line), type: 'queue_joined', caller: callerNumber(line.data[1]) ?? 'withheld' },
  ],
  CONNECT: (line) => [
    { ...serving(line), type: 'answered', waitS: whole(line.data[0]), legId: line.data[1] || null },
  ],
  COMPLETECALLER: completed('caller_hangup'),
  COMPLETEAGENT: completed('agent_hangup'),
  BLINDTRANSFER: transferred('transfer_blind'),
  ATTENDEDTRANSFER: transferred('transfer_attended'),
  TRANSFER: transferred('transfer_blind'),
  ABANDON: left('caller_hangup', 2),
  EXITWITHTIMEOUT: left('limit', 2),
  EXITWITHKEY: (line) => left('key', 3)(line).map((said) => ({ ...said, rawReason: line.data[0] || null })),
  EXITEMPTY: left('empty', 2),
  WITHDRAW: left('withdrawn', 2),
  RINGNOANSWER: missed('ring_out'),
  RINGCANCELED: missed('ring_cancelled'),
  PAUSE: agent('agent_paused'),
  UNPAUSE: agent('agent_resumed'),
  ADDMEMBER: agent('agent_signed_in'),
  REMOVEMEMBER: agent('agent_signed_out'),
  QUEUESTART: () => [{ type: 'feed_resynced', reason: 'restarted' }],
  // One line for all queues; the line of each queue follows it.
  PAUSEALL: nothing,
  UNPAUSEALL: nothing,
  AGENTDUMP: nothing,
  CONFIGRELOAD: nothing,
  SYSCOMPAT: nothing,
  SYSSTATUS: nothing,
  AGENTLOGIN: nothing,
  AGENTLOGOFF: nothing,
  AGENTCALLBACKLOGIN: nothing,
  AGENTCALLBACKLOGOFF: nothing,
  DID: nothing,
  INFO: nothing,
  PENALTY: nothing,
  RINGINUSE: nothing,
  ADDMEMBERPENALTY: nothing,
  REGISTER: nothing,
};

/**
 * Lines of `queue_log` → call events: the book of record. Keep the order of the file. A line whose event is unknown is
 * counted by its name, never refused: a newer Asterisk may write more.
 */
export class QueueLogNormaliser {
  readonly unknown = new Map<string, number>();
  readonly #visits = new VisitBook();

  constructor(readonly source: string) {}

  accept(line: QueueLogLine): CallEvent[] {
    return this.read(line).map((event) => this.place(event));
  }

  /** The first half of `accept`: what the line says, not yet placed. */
  read(line: QueueLogLine): EventDraft[] {
    const reading = READINGS[line.event];
    if (!reading) this.unknown.set(line.event, (this.unknown.get(line.event) ?? 0) + 1);
    const receipt = {
      source: this.source,
      feed: 'queue_log' as const,
      occurredUs: line.atUs,
      precision: 'second' as const,
      order: line.lineNo,
    };
    return (reading?.(line) ?? []).map((said) => draft(receipt, said));
  }

  /** The second half: which stay in a queue it belongs to, and its key. */
  place(event: EventDraft): CallEvent {
    const visitId = isOfVisit(event)
      ? visitIdOf(event.callerLegId, event.queue, this.#visits.place(event))
      : null;
    return keyed(event, visitId);
  }

  /** A line on record, read before this normaliser was made. */
  remember(event: CallEvent): void {
    if (isOfVisit(event)) this.#visits.place(event);
  }

  forget(legId: string): void {
    this.#visits.forget(this.source, legId);
  }
}
