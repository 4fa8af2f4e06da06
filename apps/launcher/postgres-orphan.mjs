import { existsSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookUp, stopProcess } from './processes.mjs';
import { StartRefused } from './refused.mjs';

/**
 * What PostgreSQL itself wrote about the server of a data directory: line 1 pid, line 4 port, line 8 state.
 * @param {string} cluster
 * @returns {{ pid: number, port: number, ready: boolean } | null} null without a readable file
 */
export function readPostmasterFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function samePath(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return one === other;
  }
}

/**
 * Judges a living process by its command line.
 * @param {import('./processes.mjs').Running} running
 * @param {string} cluster
 * @returns {'ours' | 'another-postgres' | 'unreadable' | 'unrelated'}
 */
export function judge(running, cluster) {
  const argv = running.argv;
  if (!argv) return 'unreadable';
  const flag = argv.indexOf('-D');
  const folder = flag >= 0 ? argv[flag + 1] : undefined;
  if (!/^postgres(\.exe)?$/.test(basename(argv[0]?.split(' -')[0] ?? ''))) return 'unrelated';
  if (folder !== undefined) return samePath(folder, cluster) ? 'ours' : 'another-postgres';
  return argv.length === 1 && argv[0]?.includes(`-D ${cluster} `) ? 'ours' : 'another-postgres';
}

/**
 * The living server of this very data directory, if there is one.
 * @param {string} cluster
 */
export function livingPostmaster(cluster) {
  const file = readPostmasterFile(cluster);
  const running = file && lookUp(file.pid);
  return running && judge(running, cluster) === 'ours' ? { ...running, port: file.port } : null;
}

/**
 * Puts a file aside that no living server stands behind.
 * @param {string} file
 */
function putAside(file) {
  if (existsSync(file)) renameSync(file, `${file}.stale`);
}

/**
 * After `kill -9` of the launcher its PostgreSQL lives on. It is stopped in good order so that a fresh one, with our
 * settings and as our child, takes over. A living server that is not surely ours is never touched, nor its file.
 * @param {string} cluster
 * @param {(line: string) => void} log
 */
export async function retireOrphan(cluster, log) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  for (let wait = 0; wait < 20 && !(Number(readPostmasterFile(cluster)?.pid) > 0); wait += 1)
    await sleep(100);
  const pid = readPostmasterFile(cluster)?.pid ?? 0;
  const running = lookUp(pid);
  if (!running) return waitForZombie(file, pid);
  const verdict = judge(running, cluster);
  if (verdict === 'unrelated') {
    log(`Process ${pid} is not PostgreSQL: the pid in ${file} was handed out again.`);
    return putAside(file);
  }
  if (verdict !== 'ours') {
    throw new StartRefused(
      `${file} names process ${pid}, a living ${verdict === 'unreadable' ? 'process we may not look at' : 'PostgreSQL of another folder'}; stop it, or remove that file if you are sure it does not use ${cluster}`,
    );
  }
  log(`Stopping the PostgreSQL that an earlier start left behind (process ${pid})…`);
  const gone = await stopProcess(running, [['SIGINT', 30_000], ['SIGQUIT', 10_000]]); // prettier-ignore
  if (!gone)
    throw new StartRefused(`PostgreSQL (process ${pid}) still uses ${cluster} and could not be stopped`);
}

/**
 * PostgreSQL takes a zombie for a living server. Usually it is collected within a moment; in a container whose first
 * process collects nobody it never is.
 * @param {string} file
 * @param {number} pid
 */
async function waitForZombie(file, pid) {
  const exists = () => {
    try {
      return pid > 0 && process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  for (let wait = 0; wait < 50 && exists(); wait += 1) await sleep(20);
  if (exists() || !(pid > 0)) putAside(file);
}
