import { type AmiCounts, AmiParser } from '../ami/parser.js';
import { type AmiItem, type AmiMessage } from '../ami/message.js';
import { type CallEvent } from '../call-event/call-event.js';
import { AmiNormaliser } from '../call-event/normalise-ami.js';
import { QueueLogNormaliser } from '../call-event/normalise-queue-log.js';
import { fold } from '../fold/fold.js';
import { type FoldedRows } from '../fold/rows.js';
import { inTime, withoutRepeats } from '../fold/visit-facts.js';
import { type QueueLogLine, QueueLogParser } from '../queue-log/parser.js';
import { agentFigures, type AgentFigures } from './agent-figures.js';
import { type PbxCounters, PbxCounterBook } from './pbx-counters.js';
import { mainQueue, queueFigures, type QueueFigures, transfers } from './queue-figures.js';
import { WordBook } from './word-book.js';
import { ReceiptClock, type Receipted } from './receipts.js';

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

/** One file being read. */
export interface Recording {
  push: (bytes: Uint8Array) => void;
  end: () => void;
}

const SOURCE = 'ami:replay';

/**
 * Collects recorded AMI streams, in the order of the connections, and queue logs; then computes. Nothing here knows a
 * clock or a file: bytes come in chunks of any size.
 */
export class Replay {
  readonly #normaliser = new AmiNormaliser(SOURCE);
  readonly #logs: QueueLogLine[][] = [];
  #unknown: ReadonlyMap<string, number> = new Map();
  readonly #counters = new PbxCounterBook();
  readonly #events: CallEvent[] = [];
  readonly #words = new WordBook();
  readonly #problems: string[] = [];

  /** One connection, or several one after another in one recording. */
  ami(chunks: Iterable<Uint8Array>, name = 'AMI'): void {
    const recording = this.amiRecording(name);
    for (const chunk of chunks) recording.push(chunk);
    recording.end();
  }

  /** The same where the bytes come bit by bit. */
  amiRecording(name = 'AMI'): Recording {
    const parser = new AmiParser();
    const clock = new ReceiptClock();
    return {
      push: (bytes) => this.#items(parser.push(bytes), clock),
      end: () => {
        this.#items(parser.end(), clock);
        this.#accept(clock.end());
        this.#problems.push(...wordsFor(parser.counts, name));
        if (parser.counts.messages === 0) this.#problems.push(`${name}: no manager message in it`);
      },
    };
  }

  messages(messages: readonly AmiMessage[]): void {
    const clock = new ReceiptClock();
    this.#items(messages, clock);
    this.#accept(clock.end());
  }

  #items(items: readonly AmiItem[], clock: ReceiptClock): void {
    for (const item of items) if (item.kind !== 'banner') this.#accept(clock.push(item));
  }

  #accept(received: readonly Receipted[]): void {
    for (const { message, at } of received) {
      this.#counters.accept(message);
      for (const draft of this.#normaliser.read(message, at)) {
        // Devices come and go, and no figure asks for them: a third of all events of a long recording.
        if (draft.type !== 'device_changed')
          this.#events.push(this.#normaliser.place(this.#words.own(draft)));
      }
    }
  }

  /** One file of the log; more than once for rotated ones. */
  queueLog(chunks: Iterable<Uint8Array>, name = 'queue log'): void {
    const recording = this.queueLogRecording(name);
    for (const chunk of chunks) recording.push(chunk);
    recording.end();
  }

  queueLogRecording(name = 'queue log'): Recording {
    const parser = new QueueLogParser();
    const lines: QueueLogLine[] = [];
    return {
      push: (bytes) => {
        for (const line of parser.push(bytes)) lines.push(line);
      },
      end: () => {
        lines.push(...parser.end());
        this.#logs.push(lines);
        const { garbageLines, halfLine } = parser.counts;
        if (garbageLines > 0)
          this.#problems.push(`${name}: ${garbageLines} lines are not lines of a queue log`);
        if (halfLine > 0) this.#problems.push(`${name}: the last line has no end and was left out`);
        if (lines.length === 0) this.#problems.push(`${name}: no line of a queue log in it`);
      },
    };
  }

  /** Files in the order of their times, whatever order they were given in; what an earlier one has is not told again. */
  #logEvents(): CallEvent[] {
    const normaliser = new QueueLogNormaliser(SOURCE);
    const files = this.#logs.filter((lines) => lines.length > 0);
    files.sort((a, b) => (a[0]?.atUs ?? 0) - (b[0]?.atUs ?? 0));
    const told = new Set<string>();
    const events: CallEvent[] = [];
    let lineNo = 0;
    for (const lines of files) {
      const fresh = lines.filter((line) => !told.has(textOf(line)));
      for (const line of fresh) {
        told.add(textOf(line));
        lineNo += 1;
        for (const event of normaliser.accept({ ...line, lineNo })) events.push(event);
      }
    }
    this.#unknown = normaliser.unknown;
    return events;
  }

  /** @param queue the queue to speak of; without it the one most asked for */
  result(queue?: string): Replayed {
    const events = [...this.#events, ...this.#logEvents()];
    const rows = fold(events);
    const sorted = withoutRepeats(inTime(events));
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
    const unknown = [...this.#unknown].map(([event, count]) => `${event} ${count}×`).join(', ');
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

const textOf = ({ atUs, callId, queue, agent, event, data }: QueueLogLine): string =>
  [atUs, callId, queue, agent, event, ...data].join('|');

function wordsFor(counts: AmiCounts, name: string): string[] {
  const said: [number, string][] = [
    [counts.garbageLines, 'lines are not AMI'],
    [counts.garbledBlocks, 'blocks are neither event nor response'],
    [counts.overlong, 'lines or blocks were too long and cut'],
    [counts.cutBlocks, 'blocks have no end'],
  ];
  return said.filter(([count]) => count > 0).map(([count, words]) => `${name}: ${count} ${words}`);
}
