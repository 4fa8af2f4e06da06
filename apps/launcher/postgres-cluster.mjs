import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readNote, syncFolder, writeNote, writePrivately } from './files.mjs';
import { findBinaries, linkLibraries, postgresEnvironment } from './postgres-binaries.mjs';
import { chooseIdentity, handOver, spawnUnder } from './postgres-identity.mjs';
import { codeOf, StartRefused } from './refused.mjs';

/**
 * A data directory of PostgreSQL that is ready to be started.
 * @typedef {object} Cluster
 * @property {string} folder absolute path of the data directory
 * @property {string} log
 * @property {string} note file that keeps port and method from one start to the next
 * @property {string} password of the superuser `postgres`
 * @property {string} program path of the `postgres` binary
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./postgres-identity.mjs').Identity} identity
 */

/** LC_CTYPE decides whether pg_trgm sees Chinese at all (with C it sees none); the sort order is the provider's. */
const LOCALE = [
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/**
 * Makes sure that `<dataFolder>/postgres` is a complete data directory of our version that we may run.
 * @param {{ dataFolder: string, repository: string, durable: boolean, log: (line: string) => void }} wish
 * @returns {Promise<Cluster>}
 */
export async function prepareCluster({ dataFolder, repository, durable, log }) {
  mkdirSync(dataFolder, { recursive: true });
  const folder = join(dataFolder, 'postgres');
  const note = join(dataFolder, 'postgres.json');
  const binaries = findBinaries(repository);
  const env = postgresEnvironment(linkLibraries(binaries, join(dataFolder, 'postgres-libraries')));
  const last = readNote(note);
  const need = { postgres: binaries.postgres, dataFolder, cluster: folder, env, last: last?.method };
  const { identity, major } = chooseIdentity(need);
  const passwordFile = join(dataFolder, 'postgres.password');
  removeHalfMade(folder);
  handOver(folder, identity);
  if (existsSync(folder)) checkComplete(folder, major);
  const password = passwordIn(passwordFile, existsSync(folder));
  if (!existsSync(folder)) {
    log('Creating the PostgreSQL data folder…');
    await initialise({ folder, passwordFile, initdb: binaries.initdb, identity, env, durable });
  }
  writeNote(note, { ...last, method: identity.method, major });
  return {
    folder,
    log: join(dataFolder, 'postgres.log'),
    note,
    password,
    program: binaries.postgres,
    env,
    identity,
  };
}

/**
 * @param {string} folder
 * @param {string} major
 */
function checkComplete(folder, major) {
  const version = join(folder, 'PG_VERSION');
  if (!existsSync(version) || !existsSync(join(folder, 'global', 'pg_control'))) {
    throw new StartRefused(
      `${folder} is not a complete PostgreSQL data folder; restore it from a backup, or move it away to begin with an empty one`,
    );
  }
  const found = readFileSync(version, 'utf8').trim();
  if (found !== major) {
    throw new StartRefused(
      `${folder} was made by PostgreSQL ${found}, this release brings PostgreSQL ${major}; export with the old release and import with this one, or set HOTLINE_DATA to a new folder`,
    );
  }
}

/**
 * The password is written before the data directory is made with it, so an interrupted start keeps it.
 * @param {string} file
 * @param {boolean} clusterExists
 */
function passwordIn(file, clusterExists) {
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept.length >= 32) return kept;
  if (clusterExists) {
    throw new StartRefused(`${file} is missing or empty; put back the file that belongs to this data folder`);
  }
  const fresh = randomBytes(24).toString('hex');
  writePrivately(file, `${fresh}\n`);
  return fresh;
}

/**
 * Leftovers of an initdb that was killed. Each try has a folder of its own, since the killed launcher's initdb may
 * still be writing into the old one.
 * @param {string} folder
 */
function removeHalfMade(folder) {
  const parent = dirname(folder);
  const leftovers = readdirSync(parent).filter((name) => name.startsWith(`${basename(folder)}.new-`));
  for (const name of leftovers) {
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch (fault) {
      if (codeOf(fault) !== 'ENOTEMPTY') throw fault;
    }
  }
}

/**
 * @param {{ folder: string, passwordFile: string, initdb: string, durable: boolean, env: NodeJS.ProcessEnv,
 *   identity: import('./postgres-identity.mjs').Identity }} plan
 */
async function initialise({ folder, passwordFile, initdb, identity, env, durable }) {
  const draft = `${folder}.new-${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft, identity);
  handOver(passwordFile, identity);
  const account = ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile];
  const kind = ['-E', 'UTF8', ...LOCALE, '--data-checksums', '-c', 'timezone=UTC'];
  const speed = durable ? [] : ['--no-sync'];
  const options = { env, detached: true };
  const initdbRun = spawnUnder(identity, initdb, ['-D', draft, ...account, ...kind, ...speed], options);
  const { code, output } = await outcome(initdbRun);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new StartRefused(
      `initdb failed: ${/error: .*/.exec(output)?.[0] ?? (output.trim() || `exit ${code}`)}`,
    );
  }
  chmodSync(draft, 0o700);
  renameSync(draft, folder);
  syncFolder(dirname(folder));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function outcome(child) {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (fault) => resolve({ code: null, output: fault.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
