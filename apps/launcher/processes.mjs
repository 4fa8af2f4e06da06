import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './refused.mjs';

/**
 * A process as the system shows it. A pid alone proves nothing, because pids are handed out again; `born` tells two
 * holders of one pid apart. `argv` is null when the system does not let us read it.
 * @typedef {{ pid: number, born: string, argv: string[] | null }} Running
 */

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * False only when the pid is surely unused: "not permitted" means that somebody lives there.
 * @param {number} pid
 */
function answersToSignals(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
}

/**
 * proc(5): after the name in brackets come the state (Z, X = dead but not yet collected) and, as the 20th field from
 * there, the start in clock ticks since boot.
 * @param {number} pid
 * @returns {Running | null | undefined} undefined when there is no readable /proc
 */
function lookUpInProc(pid) {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  const argv = readOrNull(`/proc/${pid}/cmdline`)?.split('\0').slice(0, -1) ?? [];
  return { pid, born: `${fields[19]}@${boot}`, argv: argv.length > 0 ? argv : null };
}

/**
 * ps prints the start as 24 characters, then the whole command line unquoted: it stays one string in `argv`.
 * @param {number} pid
 * @returns {Running | null}
 */
function lookUpWithPs(pid) {
  const env = { ...process.env, LC_ALL: 'C' };
  const ps = spawnSync('ps', ['-o', 'lstart=,stat=,command=', '-p', String(pid)], { encoding: 'utf8', env });
  const found = /^(.{24})\s+(\S+)\s+(.*)$/.exec(ps.stdout?.trim() ?? '');
  if (!found) return answersToSignals(pid) ? { pid, born: '', argv: null } : null;
  const [, born = '', state = '', command = ''] = found;
  return state.startsWith('Z') ? null : { pid, born, argv: [command] };
}

/**
 * The process of this pid, or null when there is none or only a zombie of it.
 * @param {number} pid
 * @returns {Running | null}
 */
export function lookUp(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || !answersToSignals(pid)) return null;
  if (process.platform !== 'linux') return lookUpWithPs(pid);
  const seen = lookUpInProc(pid);
  return seen === undefined ? { pid, born: '', argv: null } : seen;
}

/**
 * True while the very process noted earlier (pid and birth) still runs.
 * @param {{ pid: number, born: string }} noted
 */
export function stillRuns(noted) {
  const now = lookUp(noted.pid);
  return now !== null && now.born === noted.born;
}

/**
 * @param {{ pid: number, born: string }} noted
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it is gone
 */
export async function waitUntilGone(noted, milliseconds) {
  const end = Date.now() + milliseconds;
  while (stillRuns(noted)) {
    if (Date.now() >= end) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Sends the signals one after the other, each followed by its patience in milliseconds, until the process is gone.
 * @param {{ pid: number, born: string }} noted
 * @param {[NodeJS.Signals, number][]} steps
 * @returns {Promise<boolean>} whether it is gone; false also when we may not signal it
 */
export async function stopProcess(noted, steps) {
  for (const [signal, patience] of steps) {
    if (!stillRuns(noted)) return true;
    try {
      process.kill(noted.pid, signal);
    } catch (fault) {
      return codeOf(fault) === 'ESRCH';
    }
    if (await waitUntilGone(noted, patience)) return true;
  }
  return false;
}
