import {
  createLog,
  FieldSealing,
  InvalidConfiguration,
  migrate,
  openDatabase,
  PgUnitOfWork,
  readConfiguration,
} from '@hotline/platform';
import { Refused, SystemClock } from '@hotline/kernel';
import { AddFirstAdministrator, AuditLog } from '@hotline/organization';
import { Seeder } from './seed/seeder.js';

const USAGE = 'Say the sign-in name: node apps/launcher/run.mjs first-administrator -- NAME';

const REASONS: Readonly<Record<string, string>> = {
  'invalid-input': 'NAME must be 2 to 32 lower-case letters, digits, dots, dashes or underscores.',
  duplicate: 'There is an account of this name already.',
  'wrong-state': 'The national union has an administrator already; ask that person for an account.',
};

/** Operator's command: the one account that no administrator can have made. */
async function addFirstAdministrator(name: string): Promise<void> {
  const configuration = readConfiguration(process.env);
  await migrate(configuration.databaseOwnerUrl);
  // Never with demo accounts: whoever runs this command means to work with real people.
  await Seeder.seed({ ...configuration, demo: false }, createLog('silent'));
  const database = await openDatabase({
    url: configuration.databaseUrl,
    poolSize: 1,
    entities: [],
  }).initialize();
  try {
    const work = new PgUnitOfWork(database, new SystemClock());
    const audit = new AuditLog(new FieldSealing(configuration.key));
    const password = await new AddFirstAdministrator(work, audit).run(name);
    console.log(`Administrator ${name} of the national union added.`);
    console.log(`Password for the first sign-in, shown this once: ${password}`);
  } finally {
    await database.destroy();
  }
}

function explain(error: unknown): string {
  if (error instanceof InvalidConfiguration) return error.message;
  if (error instanceof Refused) return REASONS[error.refusal.code] ?? error.refusal.code;
  return String(error);
}

const [name, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--');
if (name === undefined || rest.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  addFirstAdministrator(name).catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
}
