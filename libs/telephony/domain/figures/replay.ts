import { type AmiMessage } from '../ami/message.js';
import { type CallEvent } from '../call-event/call-event.js';
import { AmiNormaliser } from '../call-event/normalise-ami.js';
import { QueueLogNormaliser } from '../call-event/normalise-queue-log.js';
import { nameKey } from '../call-event/queue-name.js';
import { fold } from '../fold/fold.js';
import { type FoldedRows } from '../fold/rows.js';
import { type QueueLogLine } from '../queue-log/parser.js';
import { type AgentFigures } from './agent-sums.js';
import { LogLines, linesInTime } from './log-lines.js';
import { type PbxCounters, PbxCounterBook } from './pbx-counters.js';
import { figuresOfSums, type QueueFigures } from './queue-figures.js';
import { ReceiptClock, type Receipted } from './receipts.js';
import { AmiLane, LogLane } from './recording-lanes.js';
import { Shift, type ShiftSettings } from './shift.js';
import { WordBook } from './word-book.js';

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
  calls: number;
  visits: number;
  /** the rows themselves, folded when asked for; only of a replay that keeps all */
  readonly rows: FoldedRows;
  /** what was wrong or missing in the input, in plain words; empty for a clean recording */
  problems: string[];
}

/** One file being read. */
export interface Recording {
  push: (bytes: Uint8Array) => void;
  end: () => void;
}

export interface ReplaySettings extends ShiftSettings {
  /** keeps every event, for rows */
  all?: boolean;
}

const SOURCE = 'ami:replay';
/** A whole recording in memory: nothing is let go before it is over. */
const AT_ONCE: ReplaySettings = { keptUs: Infinity, all: true };

/**
 * Recorded AMI streams and queue logs → figures. Nothing here knows a clock or a file: bytes come in chunks of any size.
 * Either whole recordings one after the other (`ami`, `queueLog`), or message by message and line by line in the order of
 * their times, with a `sweep` now and then (replay-reading.ts): then memory stays flat.
 */
export class Replay {
  readonly #normaliser = new AmiNormaliser(SOURCE);
  readonly #logNormaliser = new QueueLogNormaliser(SOURCE);
  readonly #lines = new LogLines();
  readonly #logs: QueueLogLine[][] = [];
  readonly #counters = new PbxCounterBook();
  readonly #words = new WordBook();
  readonly #problems: string[] = [];
  readonly #events: CallEvent[] | null;
  readonly #shift: Shift;
  #finished = false;

  constructor(settings: ReplaySettings = AT_ONCE) {
    this.#shift = new Shift(settings);
    this.#events = settings.all ? [] : null;
  }

  get shift(): Shift {
    return this.#shift;
  }

  /** One connection, or several one after another in one recording. */
  ami(chunks: Iterable<Uint8Array>, name = 'AMI'): void {
    const recording = this.amiRecording(name);
    for (const chunk of chunks) recording.push(chunk);
    recording.end();
  }

  /** The same where the bytes come bit by bit. */
  amiRecording(name = 'AMI'): Recording {
    const lane = new AmiLane(name);
    const take = (received: readonly Receipted[]) => received.forEach((one) => this.message(one));
    return {
      push: (bytes) => take(lane.push(bytes)),
      end: () => {
        take(lane.end());
        this.complain(lane.complaints());
      },
    };
  }

  messages(messages: readonly AmiMessage[]): void {
    const clock = new ReceiptClock();
    for (const message of messages) for (const one of clock.push(message)) this.message(one);
    for (const one of clock.end()) this.message(one);
  }

  message({ message, at }: Receipted): void {
    this.#counters.accept(message);
    for (const draft of this.#normaliser.read(message, at)) {
      // Devices come and go, and no figure asks for them: a third of all events of a long recording.
      if (draft.type !== 'device_changed')
        this.#take(this.#normaliser.place(this.#words.own(draft)), at.atUs);
    }
  }

  #take(event: CallEvent, readUs: number): void {
    this.#events?.push(event);
    this.#shift.take(event, readUs);
  }

  /** One file of the log; more than once for rotated ones, in any order. */
  queueLog(chunks: Iterable<Uint8Array>, name = 'queue log'): void {
    const recording = this.queueLogRecording(name);
    for (const chunk of chunks) recording.push(chunk);
    recording.end();
  }

  queueLogRecording(name = 'queue log'): Recording {
    const lane = new LogLane(name);
    const lines: QueueLogLine[] = [];
    return {
      push: (bytes) => {
        for (const line of lane.push(bytes)) lines.push(line);
      },
      end: () => {
        lines.push(...lane.end());
        this.#logs.push(lines);
        this.complain(lane.complaints());
      },
    };
  }

  /** @param file tells the files of a rotated log apart: what one has told, another does not tell again */
  line(line: QueueLogLine, file: number): void {
    const fresh = this.#lines.next(line, file);
    if (!fresh) return;
    for (const draft of this.#logNormaliser.read(fresh))
      this.#take(this.#logNormaliser.place(this.#words.own(draft)), line.atUs);
  }

  complain(complaints: readonly string[]): void {
    this.#problems.push(...complaints);
  }

  /** @param clockUs everything before it has been read, of all files */
  sweep(clockUs: number): void {
    for (const leg of this.#shift.sweep(clockUs)) {
      this.#normaliser.forget(leg);
      this.#logNormaliser.forget(leg);
    }
  }

  /** Counts what is left; `result` does so by itself. */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    for (const [line, file] of linesInTime(this.#logs)) this.line(line, file);
    this.#shift.finish();
  }

  /**
   * Nothing can be read after it.
   * @param queue the queue to speak of; without it the one most asked for
   */
  result(queue?: string): Replayed {
    this.finish();
    const { sums } = this.#shift;
    const main = queue ?? sums.main();
    const { tally: _, ...of } = figuresOfSums(sums.arrivals, sums.queue(nameKey(main ?? '')));
    const agents = sums.agents.figures();
    const figures: ReplayFigures = {
      note: this.#note(main),
      calls: of.calls,
      transfers: main === null ? {} : sums.transfers(main),
      agent_ring_no_answer: Object.values(agents).reduce((sum, agent) => sum + agent.ring_no_answer, 0),
      ended_by: of.ended_by,
      seconds: of.seconds,
      answered_within: of.answered_within,
      short_abandons: of.short_abandons,
      rates_percent: of.rates_percent,
      agents,
      asterisk_own_counters_at_the_end: this.#counters.counters(),
    };
    const problems = [...this.#problems, ...this.#complaints(queue)];
    const events = this.#events ?? [];
    const counted = { calls: sums.calls, visits: sums.visits };
    return {
      figures,
      queue: main,
      ...counted,
      problems,
      get rows() {
        return fold(events);
      },
    };
  }

  #note(main: string | null): string {
    const { sums } = this.#shift;
    const blurred = sums.sum((queue) => queue.blurred);
    const times = blurred > 0 ? `${blurred} waits from whole-second fields` : 'all waits from event times';
    return `Queue ${main ?? 'none'}; ${sums.calls} calls, ${sums.visits} visits; ${times}.`;
  }

  #complaints(queue: string | undefined): string[] {
    const { withoutTime, restarts } = this.#normaliser.counts;
    const { gaps, sums } = this.#shift;
    const holes = gaps.filter((gap) => gap.toUs > gap.fromUs).length;
    const lost = sums.sum((one) => one.lost);
    const unknown = [...this.#logNormaliser.unknown].map(([event, count]) => `${event} ${count}×`).join(', ');
    const said: [boolean, string][] = [
      [
        withoutTime > 0,
        `${withoutTime} events carry no Timestamp (timestampevents is off): whole-second fields used`,
      ],
      [restarts > 0, `the PBX was restarted ${restarts} times`],
      [holes > 0, `${holes} holes in the feed`],
      [lost > 0, `${lost} visits have no known end; they count as entered only`],
      [unknown !== '', `queue log events not known: ${unknown}`],
      [queue !== undefined && !sums.names.has(queue), `queue ${queue} is not in the recording`],
      [sums.visits === 0 && sums.calls === 0, 'there is no call in the recording'],
    ];
    return said.filter(([is]) => is).map(([, words]) => words);
  }
}
