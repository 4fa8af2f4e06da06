import { Refused, SystemClock } from '@hotline/kernel';
import { FieldSealing, migrate, openDatabase, PgUnitOfWork, readConfiguration } from '@hotline/platform';
import { rebuilder, type Rebuilt, SourceLocks } from '@hotline/telephony';

const REASONS: Readonly<Record<string, string>> = {
  'not-found': 'there is no source of this name',
  'wrong-state': 'somebody listens to this source: disable it, or stop the server, and try again',
};

export class CannotRebuild extends Error {}

/**
 * `npm run telephony -- rebuild --source NAME`: rows of calls made anew from the bytes that are kept.
 * @throws CannotRebuild with words for the operator
 */
export async function rebuild(name: string): Promise<Rebuilt> {
  const configuration = readConfiguration(process.env);
  await migrate(configuration.databaseOwnerUrl);
  const database = await openDatabase({
    url: configuration.databaseUrl,
    poolSize: 3,
    entities: [],
  }).initialize();
  try {
    const work = new PgUnitOfWork(database, new SystemClock());
    return await rebuilder(new SourceLocks(database), work, new FieldSealing(configuration.key)).run(name);
  } catch (fault) {
    if (fault instanceof Refused) throw new CannotRebuild(REASONS[fault.refusal.code] ?? fault.refusal.code);
    throw fault;
  } finally {
    await database.destroy();
  }
}

export function rebuiltText({ since, blocks, refused }: Rebuilt): string {
  if (since === null) return 'nothing is kept of what this source sent: its rows stay as they are';
  const lost = refused > 0 ? `; ${refused} messages were refused by the database and left out` : '';
  return `rebuilt from ${blocks} blocks of bytes, received since ${since.toISOString()}${lost}`;
}
