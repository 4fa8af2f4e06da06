import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type Recomputation, Recomputations } from '../data/recomputations.js';

/** How far the clocks of the year published last have come. */
@Injectable()
export class ShowRecomputation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recomputations: Recomputations,
  ) {}

  /** Null when no year of this calendar was published after its first version. */
  run(actor: Actor, calendarId: string): Promise<Omit<Recomputation, 'upTo'> | null> {
    return this.work.read(scopeOf(actor, 'calendar.read'), async (tx) => {
      const found = await this.recomputations.latest(tx, calendarId);
      if (!found) return null;
      const { upTo: _, ...shown } = found;
      return shown;
    });
  }
}
