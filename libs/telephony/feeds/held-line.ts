import { type FeedFault, faultOf } from '../domain/sources/faults.js';
import { LOG_SKEW_MS } from '../domain/sources/health.js';
import type { ActionFields } from '../domain/ami/action.js';
import type { Listened, SeenMember } from '../data/line-states.js';
import type { AmiAnswer } from './ami-connection.js';
import type { OpenLeg } from './channel-watch.js';
import { LINE_PACE, type FeedState, type LinePace } from './line-feed.js';
import { type LineVoice, voiceOf } from './line-voice.js';
import { bookOf, type LogBook, type LogPlace } from './log-book.js';
import { tableFault } from './table-faults.js';
import type { SourceIntake } from './source-intake.js';

/** What a held line tells about itself; written down by whoever holds it. */
export interface LineEar {
  now(): Date;
  chance(): number;
  stated(feed: 'line' | 'queue_log', state: FeedState, fault: FeedFault | null): Promise<void>;
  measured(clockSkewMs: number | null, uptimeSeconds: number | null): Promise<void>;
  seen(members: readonly SeenMember[]): Promise<void>;
  /** calls that stand open on record, when the lists can tell which of them are gone */
  openLegs(): Promise<readonly OpenLeg[]>;
  bookmark(): Promise<Partial<LogPlace> | null>;
  /** the log was read to its end; what it could bring about times before then is on record */
  logRead(readFrom: Date): Promise<void>;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Faults of a log that is read all the same. */
const READ_ALL_THE_SAME: ReadonlySet<FeedFault> = new Set(['log-shrunk', 'log-clock']);
/** As far back as days are compared with the log. */
const AFRESH_MS = 48 * HOUR_MS;

/** One source while this process listens to it: the stream, the log, the clock. */
export class HeldLine {
  private readonly voice: LineVoice;
  /** the book of record, where the switchboard keeps one */
  readonly book: LogBook | null;
  private afresh = false;
  private logState = '';
  private logClockAt = 0;
  private told: Promise<void> = Promise.resolve();
  private clockAt = 0;
  private live = false;

  constructor(
    readonly source: Listened,
    private readonly intake: SourceIntake,
    private readonly ear: LineEar,
    pace: LinePace = LINE_PACE,
  ) {
    const turned = (state: FeedState, words: string | null): void => this.turned(state, words);
    this.book = bookOf(source.settings, source.logSecret);
    this.voice = voiceOf(source, { intake, now: () => ear.now(), chance: () => ear.chance(), turned }, pace);
  }

  ask(action: string, fields: ActionFields): Promise<AmiAnswer> {
    return this.voice.ask(action, fields);
  }

  /** Everything that is done again and again: the log, the clock, the telephones, calls whose time has come. */
  async round(): Promise<void> {
    await this.readLog();
    if (this.live && this.ear.now().getTime() - this.clockAt > HOUR_MS) await this.readClock();
    const seen = this.voice.takeSeen();
    if (seen.length > 0) await this.ear.seen(seen);
    if (this.live && this.voice.hasTwo) this.voice.closeGone(await this.ear.openLegs());
    await this.intake.look();
  }

  /** Reads the log from its start at the next round; what is on record already costs nothing. */
  readAfresh(): void {
    this.afresh = true;
  }

  async hangUp(): Promise<void> {
    await this.voice.stop();
    await this.intake.end();
    await this.book?.close();
    await this.told;
  }

  private turned(state: FeedState, words: string | null): void {
    this.live = state === 'live';
    if (!this.live) this.clockAt = 0;
    const fault = words === null ? null : faultOf(state === 'refused', words);
    // In their order, and one that finds no database is told again by the next.
    this.told = this.told.then(() => this.ear.stated('line', state, fault)).catch(() => undefined);
  }

  private async readClock(): Promise<void> {
    const asked = this.ear.now().getTime();
    const theirs = await this.voice.clock().catch(() => undefined);
    const answered = this.ear.now().getTime();
    if (theirs === undefined) return;
    this.clockAt = answered;
    const skew = theirs === null ? null : Math.round(theirs / 1000 - (asked + answered) / 2);
    await this.told;
    await this.ear.measured(skew, this.voice.takeUptime());
  }

  private async readLog(): Promise<void> {
    const { book } = this;
    if (!book) return;
    const readFrom = this.ear.now();
    let fault: FeedFault | null = null;
    try {
      const place = this.afresh
        ? await book.earlier(new Date(readFrom.getTime() - AFRESH_MS))
        : await this.ear.bookmark();
      this.afresh = false;
      for await (const piece of book.news(place, (found) => (fault = found)))
        await this.intake.readLog(piece);
      fault ??= await this.logClock(book);
    } catch (error) {
      fault = this.source.settings.queueLogTable ? tableFault(error) : faultOf(false, String(error));
    }
    const state = fault === null || READ_ALL_THE_SAME.has(fault) ? 'live' : 'down';
    if (state === 'live') await this.ear.logRead(readFrom);
    if (fault !== 'log-clock' && this.logState === `${state} ${String(fault)}`) return;
    await this.ear.stated('queue_log', state, fault);
    this.logState = `${state} ${String(fault)}`;
  }

  /** Looked at once a minute; a database that does not say it is not at fault. */
  private async logClock(book: LogBook): Promise<FeedFault | null> {
    const now = this.ear.now().getTime();
    if (now - this.logClockAt < MINUTE_MS) return null;
    this.logClockAt = now;
    const theirs = await book.clock();
    return theirs !== null && Math.abs(theirs - now) > LOG_SKEW_MS ? 'log-clock' : null;
  }
}
