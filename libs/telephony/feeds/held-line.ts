import { timestampUs } from '../domain/ami/message.js';
import { AmiParser } from '../domain/ami/parser.js';
import type { ActionFields } from '../domain/ami/action.js';
import { type FeedFault, faultOf } from '../domain/sources/faults.js';
import type { Listened, SeenMember } from '../data/line-states.js';
import type { AmiAnswer } from './ami-connection.js';
import { AMI_PACE, AmiFeed, type AmiFeedPace, type FeedState } from './ami-feed.js';
import { type LogBookmark, readLog } from './queue-log-reader.js';
import { ChannelWatch, goneFrame, type OpenLeg } from './channel-watch.js';
import { SeenMembers } from './seen-members.js';
import type { SourceIntake } from './source-intake.js';

/** What a held line tells about itself; written down by whoever holds it. */
export interface LineEar {
  now(): Date;
  chance(): number;
  stated(feed: 'ami' | 'queue_log', state: FeedState, fault: FeedFault | null): Promise<void>;
  measured(clockSkewMs: number | null, uptimeSeconds: number | null): Promise<void>;
  seen(members: readonly SeenMember[]): Promise<void>;
  /** calls that stand open on record, when the lists can tell which of them are gone */
  openLegs(): Promise<readonly OpenLeg[]>;
  bookmark(): Promise<LogBookmark | null>;
  /** the log was read to its end; what it could bring about times before then is on record */
  logRead(readFrom: Date): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** One source while this process listens to it: the stream, the log, the clock. */
export class HeldLine {
  private readonly feed: AmiFeed;
  private readonly members = new SeenMembers();
  private readonly channels = new ChannelWatch();
  private garbled = 0;
  private afresh = false;
  private logState = '';
  private told: Promise<void> = Promise.resolve();
  private clockAt = 0;
  private live = false;

  constructor(
    readonly source: Listened,
    private readonly intake: SourceIntake,
    private readonly ear: LineEar,
    pace: AmiFeedPace = AMI_PACE,
  ) {
    this.feed = new AmiFeed(
      { ...source.settings, secret: source.secret },
      {
        received: (bytes, items, counts) => {
          this.members.hear(items);
          this.channels.hear(items, this.ear.now().getTime());
          this.garbled = counts.garbageLines + counts.garbledBlocks + counts.overlong;
          return this.intake.received(bytes, items, this.garbled);
        },
        settled: () => this.intake.settled(),
        state: (state, fault) => this.turned(state, fault),
      },
      () => this.ear.chance(),
      pace,
    );
  }

  ask(action: string, fields: ActionFields): Promise<AmiAnswer> {
    return this.feed.ask(action, fields);
  }

  /** Everything that is done again and again: the log, the clock, the telephones, calls whose time has come. */
  async round(): Promise<void> {
    await this.readLog();
    if (this.live && this.ear.now().getTime() - this.clockAt > HOUR_MS) await this.readClock();
    const seen = this.members.take();
    if (seen.length > 0) await this.ear.seen(seen);
    if (this.live && this.channels.hasTwo) await this.closeGone();
    await this.intake.look();
  }

  /** Reads the log from its start at the next round; what is on record already costs nothing. */
  readAfresh(): void {
    this.afresh = true;
  }

  async hangUp(): Promise<void> {
    await this.feed.stop();
    await this.intake.end();
    await this.told;
  }

  private turned(state: FeedState, words: string | null): void {
    this.live = state === 'live';
    if (!this.live) this.clockAt = 0;
    if (state === 'connecting') this.channels.begin();
    const fault = words === null ? null : faultOf(state === 'refused', words);
    // In their order, and one that finds no database is told again by the next.
    this.told = this.told.then(() => this.ear.stated('ami', state, fault)).catch(() => undefined);
  }

  private async closeGone(): Promise<void> {
    const gone = this.channels.gone(await this.ear.openLegs());
    if (gone.length === 0) return;
    const bytes = Buffer.from(gone.map(goneFrame).join(''));
    this.intake.received(bytes, new AmiParser().push(bytes), this.garbled);
  }

  private async readClock(): Promise<void> {
    const asked = this.ear.now().getTime();
    const answer = await this.feed.ask('Ping').catch(() => null);
    const answered = this.ear.now().getTime();
    const theirs = answer?.response ? timestampUs(answer.response) : null;
    if (answer) this.clockAt = answered;
    const skew = theirs === null ? null : Math.round(theirs / 1000 - (asked + answered) / 2);
    await this.told;
    await this.ear.measured(skew, this.members.takeUptime());
  }

  private async readLog(): Promise<void> {
    const { queueLog } = this.source.settings;
    if (queueLog === undefined) return;
    const readFrom = this.ear.now();
    let fault: FeedFault | null = null;
    try {
      const bookmark = this.afresh ? null : await this.ear.bookmark();
      this.afresh = false;
      for await (const piece of readLog(queueLog, bookmark, (found) => (fault = faultOf(false, found))))
        await this.intake.readLog(piece);
    } catch (error) {
      fault = faultOf(false, error instanceof Error ? error.message : String(error));
    }
    const state = fault === null || fault === 'log-shrunk' ? 'live' : 'down';
    if (state === 'live') await this.ear.logRead(readFrom);
    if (this.logState === `${state} ${String(fault)}`) return;
    await this.ear.stated('queue_log', state, fault);
    this.logState = `${state} ${String(fault)}`;
  }
}
