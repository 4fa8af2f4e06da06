import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnUnder } from './postgres-identity.mjs';
import { readPostmasterFile } from './postgres-orphan.mjs';

/** @typedef {import('./postgres-cluster.mjs').Cluster} Cluster */

/**
 * A PostgreSQL server that runs as our child.
 * @typedef {object} Postgres
 * @property {string} url of the database `hotline`, as the superuser
 * @property {string} ownerUrl the superuser's URL; the same as `url`, since roles are made by migrations
 * @property {string} host
 * @property {number} port
 * @property {string} method as whom it runs, see postgres-identity.mjs
 * @property {number} pid of the postmaster
 * @property {Promise<void>} exited settles when the server is gone, whoever ended it
 * @property {() => Promise<void>} stop fast shutdown; idempotent
 */

/** Never longer than sun_path allows (107 bytes on Linux, 103 on macOS), else the server does not start. */
const SOCKET_PATH_BYTES = 103;
/** Crash recovery of a large database takes minutes; a server that is alive and recovering is waited for. */
const PATIENCE_MS = 15 * 60_000;

/**
 * @param {Cluster} cluster
 * @param {number} port
 * @param {Record<string, string | number>} settings
 * @returns {string[]}
 */
function serverArguments(cluster, port, settings) {
  const socketFits = Buffer.byteLength(`${cluster.folder}/.s.PGSQL.${port}`) < SOCKET_PATH_BYTES;
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFits && !cluster.folder.includes(',') ? cluster.folder : '',
    max_connections: 200,
    log_timezone: 'UTC',
    ...settings,
    port,
  };
  return [
    '-D',
    cluster.folder,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/**
 * The log is a file, not a pipe: a pipe would break under an orphan. It begins anew beyond 10 MB; one older is kept.
 * @param {string} log
 */
function openLog(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(log, `${log}.1`);
  return { handle: openSync(log, 'a', 0o600), from: size > 10_000_000 ? 0 : size };
}

/**
 * `detached`: Ctrl-C in a terminal reaches the whole process group, and PostgreSQL must be the last to stop.
 * @param {Cluster} cluster
 * @param {number} port
 * @param {Record<string, string | number>} settings
 * @param {(line: string) => void} log
 * @returns {Promise<Postgres | { failure: string }>}
 */
export async function attemptStart(cluster, port, settings, log) {
  const { handle, from } = openLog(cluster.log);
  const child = spawnUnder(cluster.identity, cluster.program, serverArguments(cluster, port, settings), {
    env: cluster.env,
    detached: true,
    stdio: ['ignore', handle, handle],
  });
  closeSync(handle);
  let ended = '';
  const exited = endOf(child).then((how) => void (ended = how));
  const stop = () => stopChild(child, () => ended !== '', exited);
  const end = Date.now() + PATIENCE_MS;
  for (let turn = 1; !isReady(cluster.folder, child.pid); turn += 1) {
    if (ended) return { failure: failureIn(cluster.log, from) ?? ended };
    if (turn % 1000 === 0) log('PostgreSQL is still starting (recovering after a hard stop takes a while)…');
    if (Date.now() > end) return stop().then(() => ({ failure: 'it was not ready in 15 minutes' }));
    await sleep(10);
  }
  const url = `postgres://postgres:${cluster.password}@127.0.0.1:${port}/hotline`;
  const { method } = cluster.identity;
  return {
    url,
    ownerUrl: url,
    host: '127.0.0.1',
    port,
    method,
    pid: child.pid ?? 0,
    exited,
    stop: once(stop),
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} how it ended
 */
function endOf(child) {
  return new Promise((resolve) => {
    child.once('error', (fault) => resolve(fault.message));
    child.once('exit', (code, signal) => resolve(`ended with ${signal ?? `exit code ${code}`}`));
  });
}

/**
 * @param {string} folder
 * @param {number | undefined} pid
 */
function isReady(folder, pid) {
  const file = readPostmasterFile(folder);
  return file !== null && file.pid === pid && file.ready;
}

/**
 * The last fatal line PostgreSQL wrote since this start.
 * @param {string} log
 * @param {number} from byte offset
 */
function failureIn(log, from) {
  const text = readFileSync(log).subarray(from).toString('utf8');
  const fatal = text
    .split('\n')
    .filter((line) => /(FATAL|PANIC|error while loading|could not bind)/.test(line));
  return fatal.length > 0
    ? fatal.map((line) => line.replace(/^.*?(?=FATAL|PANIC|LOG)/, '')).join('; ')
    : undefined;
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {() => Promise<T>}
 */
function once(work) {
  /** @type {Promise<T> | undefined} */
  let running;
  return () => (running ??= work());
}

/**
 * Fast shutdown (SIGINT: open transactions are rolled back), after 15 s the immediate one (SIGQUIT: recovery at the
 * next start), after another 10 s the end.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => boolean} hasEnded
 * @param {Promise<unknown>} exited
 */
async function stopChild(child, hasEnded, exited) {
  /** @type {[NodeJS.Signals, number][]} */
  const steps = [['SIGINT', 15_000], ['SIGQUIT', 10_000], ['SIGKILL', 5_000]]; // prettier-ignore
  for (const [signal, patience] of steps) {
    if (hasEnded()) return;
    child.kill(signal);
    await Promise.race([exited, sleep(patience, undefined, { ref: false })]);
  }
}
