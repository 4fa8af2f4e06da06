import type { Logger } from 'pino';
import { type Scope, SystemClock, type UnitOfWork } from '@hotline/kernel';
import { type Configuration, openDatabase, PgUnitOfWork, row, rows } from '@hotline/platform';
import { plantDemoPeople } from './demo-people.js';
import { plantRuleBook } from './rule-book.js';
import { plantUnits } from './union-units.js';

// Replicas that start together wait here for the one that plants.
const SEED_LOCK = 123_512;
const NOBODY: Scope = { accountId: null, prefixes: [] };

/** What a new installation begins with; an installation with units is left alone, demo mode or not. */
export class Seeder {
  constructor(private readonly work: UnitOfWork) {}

  /** Opens the database for the time of the seeding. */
  static async seed(configuration: Configuration, log: Logger): Promise<void> {
    const { databaseUrl: url, demo } = configuration;
    const database = await openDatabase({ url, poolSize: 1, entities: [] }).initialize();
    try {
      const planted = await new Seeder(new PgUnitOfWork(database, new SystemClock())).plant(demo);
      if (planted) log.info({ demo }, 'first start: union tree, calendar, limits and vocabulary planted');
    } finally {
      await database.destroy();
    }
  }

  /** @returns false when the installation had been planted before */
  async plant(demo: boolean): Promise<boolean> {
    if (await this.isPlanted()) return false;
    return this.work.run(NOBODY, async (tx) => {
      await rows(tx, `set local lock_timeout = '30s'`);
      await rows(tx, 'select pg_advisory_xact_lock($1)', [SEED_LOCK]);
      if (await row(tx, 'select 1 as planted from unit limit 1')) return false;
      const { calendarId } = await plantRuleBook(tx);
      await plantUnits(tx, calendarId);
      if (demo) await plantDemoPeople(tx);
      return true;
    });
  }

  private async isPlanted(): Promise<boolean> {
    return (await this.work.read(NOBODY, (tx) => row(tx, 'select 1 as planted from unit limit 1'))) !== null;
  }
}
