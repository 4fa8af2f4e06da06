import { CannotDo } from './cannot-do.js';
import { Refused, type Sealing, SystemClock, type UnitOfWork } from '@hotline/kernel';
import { FieldSealing, migrate, openDatabase, PgUnitOfWork, readConfiguration } from '@hotline/platform';
import { SourceLocks } from '@hotline/telephony';

const REASONS: Readonly<Record<string, string>> = {
  'not-found': 'there is no source of this name',
  'wrong-state': 'somebody listens to this source: disable it, or stop the server, and try again',
};

/** Nothing was done; the message has words for the operator. */
export { CannotDo };

export interface OnRecord {
  readonly work: UnitOfWork;
  readonly sealing: Sealing;
  readonly locks: SourceLocks;
}

/**
 * What a command does with the calls on record, without the house around it.
 * @throws CannotDo where the product refuses
 */
export async function onRecord<T>(act: (what: OnRecord) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(process.env);
  await migrate(configuration.databaseOwnerUrl);
  const database = await openDatabase({
    url: configuration.databaseUrl,
    poolSize: 3,
    entities: [],
  }).initialize();
  try {
    return await act({
      work: new PgUnitOfWork(database, new SystemClock()),
      sealing: new FieldSealing(configuration.key),
      locks: new SourceLocks(database),
    });
  } catch (fault) {
    if (fault instanceof Refused) throw new CannotDo(REASONS[fault.refusal.code] ?? fault.refusal.code);
    throw fault;
  } finally {
    await database.destroy();
  }
}
