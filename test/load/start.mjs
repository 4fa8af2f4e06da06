import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from '../../apps/launcher/build.mjs';
import { aTicket, Caller } from './caller.mjs';
import { median, rounded, say, until } from './measures.mjs';
import { freePort, HOME, residentMb } from './stage.mjs';

const GOAL = { warmStartSeconds: 2, residentMb: 200, underLoadMb: 350 };
const LOAD_MS = 15_000;
const IN_FLIGHT = 8;

/**
 * `npm start` on a data folder that exists: from the command to the first answer of /health/ready, `size` times; then the
 * resident memory of the server process, at rest and under calls, lists and pages in flight.
 * @param {number} [size]
 */
export async function start(size = 5) {
  await buildWhatChanged(HOME, ['server', 'console']);
  const folder = mkdtempSync(join(tmpdir(), 'hotline-bench-start-'));
  try {
    const cold = await launch(folder);
    await cold.stop();
    say(`start: cold ${rounded(cold.seconds, 2)} s`);
    /** @type {number[]} */
    const warm = [];
    for (let run = 1; run < size; run += 1) {
      const launched = await launch(folder);
      warm.push(launched.seconds);
      await launched.stop();
    }
    const last = await launch(folder);
    warm.push(last.seconds);
    const memory = await memoryOf(last).finally(() => last.stop());
    const seconds = median(warm);
    return {
      scenario: 'start',
      size,
      figures: {
        warmStartSeconds: rounded(seconds, 2),
        warmStarts: warm.map((one) => rounded(one, 2)),
        coldStartSeconds: rounded(cold.seconds, 2),
        ...memory,
      },
      ceiling: null,
      ratio: null,
      goal: GOAL,
      pass:
        seconds <= GOAL.warmStartSeconds &&
        memory.residentMb <= GOAL.residentMb &&
        memory.underLoadMb <= GOAL.underLoadMb,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} folder */
async function launch(folder) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['apps/launcher/start.mjs'], {
    cwd: HOME,
    stdio: ['ignore', 'ignore', process.stderr],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOTLINE_DATA: folder,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = `http://127.0.0.1:${port}`;
  const ready = () =>
    fetch(`${address}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  await until(
    () => {
      if (child.exitCode !== null) throw new Error(`the launcher ended with ${child.exitCode}`);
      return ready();
    },
    300_000,
    5,
  );
  const seconds = (performance.now() - began) / 1_000;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return {
    seconds,
    stop,
    address,
    pid: () => Number(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')).pid),
  };
}

/** @param {{ address: string, pid: () => number }} launched */
async function memoryOf({ address, pid }) {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const server = pid();
  const atRest = residentMb(server);
  const agent = await Caller.signIn(address, 'agent');
  const supervisor = await Caller.signIn(address, 'supervisor');
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, residentMb(server))), 100);
  const end = performance.now() + LOAD_MS;
  let n = 0;
  const lane = async () => {
    while (performance.now() < end) {
      const { id } = await agent.openTicket(aTicket((n += 1), '440305'));
      await supervisor.send('GET', `/api/tickets/${id}`);
      await supervisor.send('GET', '/api/tickets?view=open&limit=100');
      await supervisor.send('GET', '/api/tickets?view=all&q=%E5%B7%A5%E8%B5%84');
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  clearInterval(watch);
  for (const caller of [agent, supervisor]) caller.close();
  return { residentMb: rounded(atRest), underLoadMb: rounded(most), opened: n };
}
