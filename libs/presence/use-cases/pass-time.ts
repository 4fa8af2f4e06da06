import { Injectable } from '@nestjs/common';
import { Clock, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { DueReads } from '../data/due-reads.js';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { PresenceStore } from '../data/presence-store.js';
import type { CallStep } from '../domain/call-steps.js';
import { hearCall } from '../domain/call-steps.js';
import { dueOf } from '../domain/time-steps.js';
import { Chapter, PresenceBook } from './presence-book.js';

const MOST = 200;
// Wrap-up over, back on a break, break too long, screen gone: four at most follow from each other.
const MOST_STEPS = 8;

/**
 * What time alone brings about, asked of the tables: wrap-ups end, breaks last too long, screens are gone, calls whose end
 * was told to nobody are closed. A process that was down finds it all, at the moments when it was due.
 */
@Injectable()
export class PassTime {
  private readonly watchedSince: Date;

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly settings: PresenceSettingsStore,
    private readonly due: DueReads,
    private readonly book: PresenceBook,
    clock: Clock,
  ) {
    this.watchedSince = clock.now();
  }

  /** @returns how many people something has changed for */
  run(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const settings = await this.settings.inForce(tx);
      const accounts = await this.due.accounts(tx, settings, this.watchedSince, MOST);
      const chapters = (await this.store.lockFree(tx, accounts)).map((one) => new Chapter(one, tx.now));
      for (const chapter of chapters)
        for (let step = 0; step < MOST_STEPS; step += 1) {
          const found = dueOf(
            chapter.presence,
            settings.of(chapter.presence.unitId),
            this.watchedSince,
            tx.now,
          );
          if (!found) break;
          chapter.take(found.at, { by: 'system', cause: found.cause }, () => found.presence);
        }
      await this.book.write(tx, chapters);
      return chapters.filter(({ changed }) => changed).length;
    });
  }

  /** Ends calls at desks that are over by the records. @returns how many */
  mendCalls(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const over = await this.due.callsOver(tx, MOST);
      const chapters = await this.closed(tx, over);
      await this.book.write(tx, chapters);
      return chapters.filter(({ changed }) => changed).length;
    });
  }

  private async closed(
    tx: Transaction,
    over: readonly { accountId: string; step: CallStep }[],
  ): Promise<Chapter[]> {
    const settings = await this.settings.inForce(tx);
    const steps = new Map(over.map(({ accountId, step }) => [accountId, step]));
    const locked = await this.store.lockFree(tx, [...steps.keys()]);
    return locked.map((presence) => {
      const chapter = new Chapter(presence, tx.now);
      const step = steps.get(presence.accountId);
      if (step)
        chapter.take(step.at, { by: 'system', cause: 'call-mended' }, (one, at) =>
          hearCall(one, step, at, settings.of(one.unitId)),
        );
      return chapter;
    });
  }
}
