import { type AmiItem } from '../domain/ami/message.js';
import { type AmiCounts } from '../domain/ami/parser.js';
import { type ActionFields } from '../domain/ami/action.js';
import { type AmiAddress, type AmiAnswer, AmiConnection } from './ami-connection.js';
import { LINE_PACE, LineFeed, type LineListener, type LinePace } from './line-feed.js';

export type FeedListener = LineListener<AmiItem, AmiCounts>;

/** Keeps one manager connection alive for as long as it is wanted. */
export class AmiFeed {
  private readonly line: LineFeed<AmiConnection, AmiItem, AmiCounts>;

  constructor(address: AmiAddress, listener: FeedListener, chance: () => number, pace: LinePace = LINE_PACE) {
    this.line = new LineFeed((ear) => AmiConnection.open(address, ear), listener, chance, pace);
  }

  /** @throws LineLost when there is no connection now */
  async ask(action: string, fields: ActionFields = {}): Promise<AmiAnswer> {
    return this.line.connection.ask(action, fields);
  }

  stop(): Promise<void> {
    return this.line.stop();
  }
}
