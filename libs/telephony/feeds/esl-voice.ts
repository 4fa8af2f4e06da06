import type { ActionFields } from '../domain/ami/action.js';
import { readAnswer } from '../domain/esl/lists.js';
import { type EslCounts, type EslFrame, EslParser } from '../domain/esl/parser.js';
import type { Listened, SeenMember } from '../data/line-states.js';
import type { AmiAnswer } from './ami-connection.js';
import { ChannelWatch, goneEvent, type OpenLeg } from './channel-watch.js';
import { EslConnection } from './esl-connection.js';
import { EslOrders } from './esl-orders.js';
import { LineFeed, type LinePace } from './line-feed.js';
import type { LineVoice, VoiceEar } from './line-voice.js';
import { SeenAgents } from './seen-agents.js';

const LOOK_MS = 10_000;

/** A FreeSWITCH, by its event socket. */
export class EslVoice implements LineVoice {
  private readonly feed: LineFeed<EslConnection, EslFrame, EslCounts>;
  private readonly agents = new SeenAgents();
  private readonly channels = new ChannelWatch();
  private readonly orders = new EslOrders(() => this.feed.connection, this.agents);
  private garbled = 0;
  private lookedAt = 0;

  constructor(
    { settings, secret }: Listened,
    private readonly ear: VoiceEar,
    pace: LinePace,
  ) {
    this.feed = new LineFeed(
      (wire) => EslConnection.open({ ...settings, secret }, wire),
      {
        received: (bytes, frames, counts) => this.received(bytes, frames, counts),
        settled: (below) => ear.intake.settled(below),
        state: (state, words) => {
          if (state === 'connecting') this.channels.begin();
          ear.turned(state, words);
        },
      },
      () => ear.chance(),
      pace,
    );
  }

  ask(action: string, fields: ActionFields): Promise<AmiAnswer> {
    return this.orders.ask(action, fields);
  }

  async clock(): Promise<number | null> {
    return this.feed.connection.clock();
  }

  takeSeen(): SeenMember[] {
    return this.agents.take();
  }

  takeUptime(): number | null {
    return this.agents.takeUptime();
  }

  get hasTwo(): boolean {
    return this.channels.hasTwo;
  }

  closeGone(open: readonly OpenLeg[]): void {
    const { isBetween } = this.feed.connection;
    if (!isBetween) return;
    const atUs = this.ear.now().getTime() * 1000;
    const bytes = Buffer.from(
      this.channels
        .gone(open)
        .map((legId) => goneEvent(legId, atUs))
        .join(''),
    );
    if (bytes.length > 0) this.ear.intake.received(bytes, new EslParser().push(bytes), this.garbled);
  }

  stop(): Promise<void> {
    return this.feed.stop();
  }

  private received(bytes: Buffer, frames: readonly EslFrame[], counts: Readonly<EslCounts>): number {
    this.garbled = counts.garbageLines + counts.badLengths;
    for (const frame of frames) {
      if (frame.event?.headers.get('Event-Name') === 'TRAP') this.lookNow();
      if (frame.contentType !== 'api/response') continue;
      const answer = readAnswer(frame.body);
      this.agents.hear(answer);
      if (answer.kind === 'channels')
        this.channels.listed(new Set(answer.channels.map(({ uuid }) => uuid)), this.ear.now().getTime());
    }
    return this.ear.intake.received(bytes, frames, this.garbled);
  }

  /** Events were lost: what is true is asked for at once, and not at every such word of a bad minute. */
  private lookNow(): void {
    const at = this.ear.now().getTime();
    if (at - this.lookedAt < LOOK_MS) return;
    this.lookedAt = at;
    // A line that falls meanwhile asks by itself when it is back.
    void this.feed.connection.resync().catch(() => undefined);
  }
}
