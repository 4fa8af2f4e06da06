import { type Transaction, UnitOfWork } from '@hotline/kernel';
import { SHIPPED_CATALOGUE } from '@hotline/dispatch';
import { JoinedUnitOfWork, row, rows } from '@hotline/platform';
import type { HandClock } from '../hand-clock.js';
import type { World } from '../world.js';
import { settingScenes, ticketScenes } from './all.js';
import { cast, type Casting, type Miss, play } from './play.js';
import { type Parts, Stage } from './stage.js';
import { PLANT } from './safeguards.js';

/** The version the history goes by, once the office's scenes have published two more than the product ships with. */
export const HISTORY_CATALOGUE = { ...SHIPPED_CATALOGUE, version: 3 };

const READY_SQL = 'update clock set laddered_at = null where laddered_at = $1 and stopped_at is null';

/** Plays the scenes by the product's own use cases, inside the transaction that plants everything else. */
export class Troupe {
  constructor(
    private readonly get: Parts,
    private readonly clock: HandClock,
  ) {}

  castings(world: World): Casting[] {
    return cast(world, ticketScenes());
  }

  /**
   * Sets up the office in a short transaction of its own: sign-ins wait for its audit records. Done once, however often
   * the planting is tried.
   */
  async prepare(tx: Transaction, world: World, historyDays: number): Promise<Miss[]> {
    if (await row(tx, 'select 1 as done from unit where code = $1', [PLANT.code])) return [];
    return this.onStage(tx, world, (stage) => play(stage, cast(world, settingScenes(historyDays))));
  }

  /** @returns what could not be played */
  async play(tx: Transaction, world: World, castings: readonly Casting[]): Promise<Miss[]> {
    const misses = await this.onStage(tx, world, (stage) => play(stage, castings));
    // From here on the ladder looks at everything that is late, as it does after a start.
    await rows(tx, READY_SQL, [world.parts.now]);
    return misses;
  }

  private async onStage<T>(tx: Transaction, world: World, work: (stage: Stage) => Promise<T>): Promise<T> {
    const unit = this.get(UnitOfWork);
    if (!(unit instanceof JoinedUnitOfWork)) throw new Error('scenes need a unit of work that joins');
    try {
      return await unit.within(tx, () => work(new Stage(this.get, this.clock, world)));
    } finally {
      this.clock.letGo();
    }
  }
}
