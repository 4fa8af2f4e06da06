import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from './build.mjs';
import { encryptionKey } from './encryption-key.mjs';
import { forgetConnection, instanceFiles, noteConnection, runningDatabase } from './instance.mjs';
import { lockHolder, takeLock } from './lock.mjs';
import { startPostgres } from './postgres.mjs';
import { runProgram, StartRefused } from './refused.mjs';
import { programEnvironment, readSettings } from './settings.mjs';

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Commands that need no database: they speak to a running server over HTTP, or stand alone. */
const WITHOUT_DATABASE = ['replay', 'practice-line', 'telephony'];
/** What `telephony` does with calls that are on record. */
const ON_RECORD = ['rebuild', 'export'];

/** @param {string} line */
const log = (line) => console.error(`hotline: ${line}`);

const NO_DATABASE = { postgres: null, close: async () => {} };

/**
 * The database a command works on: DATABASE_URL, else the one that runs on the data folder, else one started for the
 * time of the command.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<{ postgres: { url: string, ownerUrl: string } | null, close: () => Promise<void> }>}
 */
async function openDatabase({ databaseUrl, dataFolder }) {
  if (databaseUrl) return NO_DATABASE;
  const files = instanceFiles(dataFolder);
  for (let wait = 0; wait < 600; wait += 1) {
    const postgres = runningDatabase(dataFolder);
    if (postgres) return { postgres, close: async () => {} };
    const taken = takeLock(files.lock);
    if ('release' in taken) return startOwn(dataFolder, taken.release);
    await sleep(100);
  }
  throw new StartRefused(
    `process ${lockHolder(files.lock)?.pid} holds ${dataFolder} but its database does not come up`,
  );
}

/**
 * @param {string} dataFolder
 * @param {() => void} release
 */
async function startOwn(dataFolder, release) {
  try {
    const postgres = await startPostgres({ dataFolder, log, repository });
    noteConnection(dataFolder, postgres);
    const close = async () => {
      await sleep(100);
      await postgres.stop();
      forgetConnection(dataFolder);
      release();
    };
    return { postgres, close };
  } catch (fault) {
    release();
    throw fault;
  }
}

/**
 * @param {string} entry
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code
 */
function runToEnd(entry, args, env) {
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: 'inherit', detached: false });
  // In a terminal Ctrl-C reaches the child by itself; we only stay until it has ended. SIGTERM reaches us alone.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** `node apps/launcher/run.mjs <command> …`: a built command of the server, with the database it needs. */
runProgram(async () => {
  const [command = '', ...args] = process.argv.slice(2);
  if (!/^[a-z][a-z-]*$/.test(command))
    throw new StartRefused('say which command to run, for example: run.mjs migrate');
  const settings = readSettings(process.env, repository);
  if (!settings.entry) await buildWhatChanged(repository, ['server'], console.error);
  const entry = settings.entry ?? join(repository, 'dist/apps/server/src', `${command}.js`);
  if (!existsSync(entry))
    throw new StartRefused(`there is no command "${command}" (${entry} does not exist)`);
  const asks =
    !args.some((word) => word.startsWith('--source')) || args.includes('--help') || args.includes('-h');
  const alone = WITHOUT_DATABASE.includes(command) && (asks || !ON_RECORD.includes(args[0] ?? ''));
  const key = alone ? undefined : encryptionKey(settings, process.env);
  const database = alone ? NO_DATABASE : await openDatabase(settings);
  const running = lockHolder(instanceFiles(settings.dataFolder).lock);
  const port = !process.env.PORT && typeof running?.port === 'number' ? running.port : settings.port;
  const env = programEnvironment(settings, repository, { postgres: database.postgres, port, key });
  const code = await runToEnd(entry, args, env);
  await database.close();
  process.exit(code);
});
