import type { ActionFields } from '../domain/ami/action.js';
import type { Listened, SeenMember } from '../data/line-states.js';
import type { AmiAnswer } from './ami-connection.js';
import { AmiVoice } from './ami-voice.js';
import type { OpenLeg } from './channel-watch.js';
import { EslVoice } from './esl-voice.js';
import { LINE_PACE, type FeedState, type LinePace } from './line-feed.js';
import type { SourceIntake } from './source-intake.js';

/** What differs between the switchboards that are listened to. */
export interface LineVoice {
  /** @throws Error with the words of the switchboard when it refuses or has no such order, LineLost when nobody answers */
  ask(action: string, fields: ActionFields): Promise<AmiAnswer>;
  /** the switchboard's clock, microseconds; null when it does not say */
  clock(): Promise<number | null>;
  /** telephones heard of since the last call */
  takeSeen(): SeenMember[];
  /** seconds the switchboard had run, when it said so since the last call */
  takeUptime(): number | null;
  /** Two whole lists of channels are there to be compared. */
  readonly hasTwo: boolean;
  /** Ends the calls on record that the switchboard has no more. */
  closeGone(open: readonly OpenLeg[]): void;
  stop(): Promise<void>;
}

export interface VoiceEar {
  readonly intake: SourceIntake;
  now(): Date;
  chance(): number;
  turned(state: FeedState, words: string | null): void;
}

export const voiceOf = (source: Listened, ear: VoiceEar, pace: LinePace = LINE_PACE): LineVoice =>
  source.kind === 'esl' ? new EslVoice(source, ear, pace) : new AmiVoice(source, ear, pace);
