import { type AmiCounts, AmiParser } from '../ami/parser.js';
import { type AmiItem, type AmiMessage, field, timestampUs } from '../ami/message.js';
import { type CallEvent } from '../call-event/call-event.js';
import { AmiNormaliser, type Received } from '../call-event/normalise-ami.js';
import { QueueLogNormaliser } from '../call-event/normalise-queue-log.js';
import { fold } from '../fold/fold.js';
import { type FoldedRows } from '../fold/rows.js';
import { inTime, withoutRepeats } from '../fold/visit-facts.js';
import { QueueLogParser } from '../queue-log/parser.js';
import { agentFigures, type AgentFigures } from './agent-figures.js';
import { type PbxCounters, PbxCounterBook } from './pbx-counters.js';
import { mainQueue, queueFigures, type QueueFigures, transfers } from './queue-figures.js';

/** The figures of a recording, in the shape the sample's `expected.json` has. */
export interface ReplayFigures extends Omit<QueueFigures, 'tally'> {
  note: string;
  transfers: Record<string, number>;
  agent_ring_no_answer: number;
  agents: Record<string, AgentFigures>;
  asterisk_own_counters_at_the_end: PbxCounters;
}

export interface Replayed {
  figures: ReplayFigures;
  queue: string | null;
  rows: FoldedRows;
  /** what was wrong or missing in the input, in plain words; empty for a clean recording */
  problems: string[];
}

const SOURCE = 'ami:replay';
const SECOND = 1_000_000;

/**
 * Collects recorded AMI streams, in the order of the connections, and queue logs; then computes. Nothing here knows a
 * clock or a file: bytes come in chunks of any size.
 */
export class Replay {
  readonly #normaliser = new AmiNormaliser(SOURCE);
  readonly #log = new QueueLogNormaliser(SOURCE);
  readonly #counters = new PbxCounterBook();
  readonly #events: CallEvent[] = [];
  readonly #problems: string[] = [];

  /** One connection, or several one after another in one recording. */
  ami(chunks: Iterable<Uint8Array>, name = 'AMI'): void {
    const parser = new AmiParser();
    const items: AmiItem[] = [];
    // One by one: a chunk may hold more messages than a call may have arguments.
    for (const chunk of chunks) for (const item of parser.push(chunk)) items.push(item);
    items.push(...parser.end());
    const messages = items.filter((item) => item.kind !== 'banner');
    this.messages(messages);
    this.#problems.push(...wordsFor(parser.counts, name));
  }

  messages(messages: readonly AmiMessage[]): void {
    const received = receipts(messages);
    messages.forEach((message, place) => {
      this.#counters.accept(message);
      const at = received[place];
      if (at) this.#events.push(...this.#normaliser.accept(message, at));
    });
  }

  queueLog(chunks: Iterable<Uint8Array>, name = 'queue log'): void {
    const parser = new QueueLogParser();
    for (const chunk of chunks)
      for (const line of parser.push(chunk)) this.#events.push(...this.#log.accept(line));
    const { garbageLines, halfLine } = parser.counts;
    if (garbageLines > 0) this.#problems.push(`${name}: ${garbageLines} lines are not lines of a queue log`);
    if (halfLine > 0) this.#problems.push(`${name}: the last line has no end and was left out`);
  }

  /** @param queue the queue to speak of; without it the one most asked for */
  result(queue?: string): Replayed {
    const rows = fold(this.#events);
    const sorted = withoutRepeats(inTime(this.#events));
    const main = queue ?? mainQueue(rows);
    const { tally: _, ...of } = queueFigures(rows, main);
    const agents = agentFigures(rows, sorted);
    const figures: ReplayFigures = {
      note: this.#note(rows, main),
      calls: of.calls,
      transfers: main === null ? {} : transfers(rows, main),
      agent_ring_no_answer: Object.values(agents).reduce((sum, agent) => sum + agent.ring_no_answer, 0),
      ended_by: of.ended_by,
      seconds: of.seconds,
      answered_within: of.answered_within,
      short_abandons: of.short_abandons,
      rates_percent: of.rates_percent,
      agents,
      asterisk_own_counters_at_the_end: this.#counters.counters(),
    };
    return { figures, queue: main, rows, problems: [...this.#problems, ...this.#complaints(rows, queue)] };
  }

  #note(rows: FoldedRows, main: string | null): string {
    const blurred = rows.visits.filter((visit) => visit.wait?.known === 'second').length;
    const times = blurred > 0 ? `${blurred} waits from whole-second fields` : 'all waits from event times';
    return `Queue ${main ?? 'none'}; ${rows.calls.length} calls, ${rows.visits.length} visits; ${times}.`;
  }

  #complaints(rows: FoldedRows, queue: string | undefined): string[] {
    const { withoutTime, restarts } = this.#normaliser.counts;
    const holes = rows.gaps.filter((gap) => gap.toUs > gap.fromUs).length;
    const lost = rows.visits.filter((visit) => visit.outcome === 'lost').length;
    const unknown = [...this.#log.unknown].map(([event, count]) => `${event} ${count}×`).join(', ');
    const said: [boolean, string][] = [
      [
        withoutTime > 0,
        `${withoutTime} events carry no Timestamp (timestampevents is off): whole-second fields used`,
      ],
      [restarts > 0, `the PBX was restarted ${restarts} times`],
      [holes > 0, `${holes} holes in the feed`],
      [lost > 0, `${lost} visits have no known end; they count as entered only`],
      [unknown !== '', `queue log events not known: ${unknown}`],
      [queue !== undefined && !rows.queues.includes(queue), `queue ${queue} is not in the recording`],
      [rows.visits.length === 0 && rows.calls.length === 0, 'there is no call in the recording'],
    ];
    return said.filter(([is]) => is).map(([, words]) => words);
  }
}

function wordsFor(counts: AmiCounts, name: string): string[] {
  const said: [number, string][] = [
    [counts.garbageLines, 'lines are not AMI'],
    [counts.garbledBlocks, 'blocks are neither event nor response'],
    [counts.overlong, 'lines or blocks were too long and cut'],
    [counts.cutBlocks, 'blocks have no end'],
  ];
  return said.filter(([count]) => count > 0).map(([count, words]) => `${name}: ${count} ${words}`);
}

/**
 * When each message was received. List answers and FullyBooted carry no time: they get the one before them, at the
 * start of a stream the one that follows. A recording without any times has only its order; the second in which the
 * latest leg was made (its `Uniqueid`) then serves as a clock that never runs ahead.
 */
function receipts(messages: readonly AmiMessage[]): Received[] {
  const times = messages.map(timestampUs);
  const events = messages.filter((message) => message.kind === 'event').length;
  if (times.filter((us) => us !== null).length > events / 2) {
    let last = times.find((us) => us !== null) ?? 0;
    return times.map((us) => {
      last = Math.max(last, us ?? last);
      return { atUs: last, precision: 'received', late: us === null };
    });
  }
  let last = 0;
  return messages.map((message) => {
    const made = /^(\d{9,11})\.\d+$/.exec(field(message, 'Uniqueid') ?? '')?.[1];
    last = Math.max(last + 1, made ? Number(made) * SECOND : 0);
    return { atUs: last, precision: 'order', late: true };
  });
}
