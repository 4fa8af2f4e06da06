import { Injectable } from '@nestjs/common';
import { Live, type Transaction } from '@hotline/kernel';
import { PresenceStore, type Saving } from '../data/presence-store.js';
import type { Presence } from '../domain/presence.js';
import type { Made, Recorded } from '../domain/record.js';
import { momentFor, record } from '../domain/record.js';
import { pauseOf } from '../domain/switchboard-steps.js';
import { FollowSwitchboard } from './follow-switchboard.js';

/** What the switchboard has to be told: on its queues or not, paused with which reason. */
const wantedOf = (presence: Presence): string =>
  `${presence.intent !== 'signed-out'} ${presence.ledBy} ${presence.telephoneId} ${pauseOf(presence)}`;

/**
 * Several steps of one person in one transaction, each on record at its own moment. Nobody is told before the commit; then
 * the screens are, and the switchboard where it has to do something.
 */
export class Chapter {
  private readonly segments = new Map<number, Recorded['segments'][number]>();
  private current: Presence;

  constructor(
    private readonly before: Presence,
    private readonly now: Date,
  ) {
    this.current = before;
  }

  get presence(): Presence {
    return this.current;
  }

  /**
   * @param made who made it and why, where only the outcome tells it
   * @param step is given the moment at which the change holds
   */
  take(
    at: Date,
    made: Made | ((after: Presence, before: Presence) => Made),
    step: (presence: Presence, at: Date) => Presence,
  ): void {
    const before = this.current;
    const moment = momentFor(before, at, this.now);
    const after = step(before, moment);
    const by = typeof made === 'function' ? made(after, before) : made;
    const { presence, segments } = record(before, after, moment, by);
    this.current = presence;
    for (const segment of segments) this.segments.set(segment.seq, segment);
  }

  get changed(): boolean {
    return this.current !== this.before;
  }

  get orders(): boolean {
    return wantedOf(this.before) !== wantedOf(this.current);
  }

  get saving(): Saving {
    return { presence: this.current, segments: [...this.segments.values()] };
  }
}

/** The one way by which changes of presence reach the tables, the screens and the switchboard. */
@Injectable()
export class PresenceBook {
  constructor(
    private readonly store: PresenceStore,
    private readonly live: Live,
    private readonly switchboard: FollowSwitchboard,
  ) {}

  async write(tx: Transaction, chapters: readonly Chapter[]): Promise<void> {
    const changed = chapters.filter((chapter) => chapter.changed);
    await this.store.save(
      tx,
      changed.map(({ saving }) => saving),
    );
    if (changed.length === 0) return;
    tx.afterCommit(() => {
      for (const chapter of changed) this.tell(chapter);
    });
  }

  private tell({ presence, orders }: Chapter): void {
    const { accountId, version, unitPath } = presence;
    this.live.publish({ kind: 'presence', accountId, version, path: unitPath });
    if (orders) this.switchboard.follow(accountId);
  }
}
