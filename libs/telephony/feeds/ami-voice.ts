import type { ActionFields } from '../domain/ami/action.js';
import { timestampUs } from '../domain/ami/message.js';
import { AmiParser } from '../domain/ami/parser.js';
import type { Listened, SeenMember } from '../data/line-states.js';
import type { AmiAnswer } from './ami-connection.js';
import { AmiFeed } from './ami-feed.js';
import { ChannelWatch, goneFrame, type OpenLeg } from './channel-watch.js';
import type { LinePace } from './line-feed.js';
import type { LineVoice, VoiceEar } from './line-voice.js';
import { SeenMembers } from './seen-members.js';

/** An Asterisk, by its manager interface. */
export class AmiVoice implements LineVoice {
  private readonly feed: AmiFeed;
  private readonly members = new SeenMembers();
  private readonly channels = new ChannelWatch();
  private garbled = 0;

  constructor(
    source: Listened,
    private readonly ear: VoiceEar,
    pace: LinePace,
  ) {
    this.feed = new AmiFeed(
      { ...source.settings, secret: source.secret },
      {
        received: (bytes, items, counts) => {
          this.members.hear(items);
          this.channels.hear(items, ear.now().getTime());
          this.garbled = counts.garbageLines + counts.garbledBlocks + counts.overlong;
          return ear.intake.received(bytes, items, this.garbled);
        },
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
    return this.feed.ask(action, fields);
  }

  async clock(): Promise<number | null> {
    const { response } = await this.feed.ask('Ping');
    return response ? timestampUs(response) : null;
  }

  takeSeen(): SeenMember[] {
    return this.members.take();
  }

  takeUptime(): number | null {
    return this.members.takeUptime();
  }

  get hasTwo(): boolean {
    return this.channels.hasTwo;
  }

  closeGone(open: readonly OpenLeg[]): void {
    const gone = this.channels.gone(open);
    if (gone.length === 0) return;
    const bytes = Buffer.from(gone.map(goneFrame).join(''));
    this.ear.intake.received(bytes, new AmiParser().push(bytes), this.garbled);
  }

  stop(): Promise<void> {
    return this.feed.stop();
  }
}
