import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readNote, writeNote } from './files.mjs';
import { lookUp, stopProcess } from './processes.mjs';
import { StartRefused } from './refused.mjs';

/** The server finishes running requests and jobs in this time; then it is ended. */
const SERVER_PATIENCE_MS = 20_000;

/**
 * @typedef {object} Server
 * @property {number} pid
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 * @property {(signal: NodeJS.Signals) => Promise<void>} stop
 */

/**
 * Starts the server and notes it, so that the next start finds it if we are killed. `detached`: Ctrl-C must reach it
 * through us, once, and not together with us.
 * @param {{ entry: string, env: NodeJS.ProcessEnv, cwd: string, note: string }} plan
 * @returns {Server}
 */
export function startServer({ entry, env, cwd, note }) {
  const child = spawn(process.execPath, [entry], {
    env,
    cwd,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const pid = child.pid ?? 0;
  writeNote(note, { pid, born: lookUp(pid)?.born ?? '', entry });
  /** @type {Server['exited']} */
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  void exited.then(() => rmSync(note, { force: true }));
  return { pid, exited, stop: (signal) => stopChild(child, exited, signal) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} exited
 * @param {NodeJS.Signals} signal
 */
async function stopChild(child, exited, signal) {
  child.kill(signal);
  await Promise.race([exited, sleep(SERVER_PATIENCE_MS, undefined, { ref: false })]);
  if (child.exitCode !== null || child.signalCode !== null) return;
  console.error(`hotline: the server did not stop in ${SERVER_PATIENCE_MS / 1000} s and is ended.`);
  child.kill('SIGKILL');
  await exited;
}

/**
 * Stops the server of a launcher that was killed: same pid, same birth, our entry on its command line.
 * @param {string} noteFile
 * @param {(line: string) => void} log
 */
export async function retireServer(noteFile, log) {
  const note = readNote(noteFile);
  const running = note && lookUp(Number(note.pid));
  const ours = running && running.born === note.born && running.argv?.join(' ').includes(String(note.entry));
  if (ours) {
    log(`Stopping the server that an earlier start left behind (process ${running.pid})…`);
    const gone = await stopProcess(running, [['SIGTERM', SERVER_PATIENCE_MS], ['SIGKILL', 5_000]]); // prettier-ignore
    if (!gone)
      throw new StartRefused(
        `an earlier server (process ${running.pid}) could not be stopped; stop it first`,
      );
  }
  rmSync(noteFile, { force: true });
}

/**
 * Waits until the server says that it is ready.
 * @param {number} port
 * @param {() => boolean} hopeless
 * @returns {Promise<boolean>} false when there is no more hope
 */
export async function waitUntilReady(port, hopeless) {
  while (!hopeless()) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
        signal: AbortSignal.timeout(2000),
      });
      await answer.body?.cancel();
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  return false;
}
