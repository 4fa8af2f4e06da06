import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { buildWhatChanged } from '../../apps/launcher/build.mjs';
import { startThrowAwayPostgres } from '../support/postgres-server.mjs';
import { until } from './measures.mjs';

export const HOME = fileURLToPath(new URL('../..', import.meta.url));

/** Every commit waits for the disk, as in production. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Resident memory in MB. @param {number} pid */
export function residentMb(pid) {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}

/** Processor time of a process, in ms; with its children, those that have ended too. @param {number} pid */
export function processorMs(pid, withChildren = false) {
  const read = (/** @type {string} */ one) => {
    try {
      return readFileSync(`/proc/${one}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    } catch {
      return []; // Ended in between.
    }
  };
  const ticks = (/** @type {string[]} */ fields, /** @type {number[]} */ at) =>
    at.reduce((sum, one) => sum + Number(fields[one] ?? 0), 0);
  const own = ticks(read(String(pid)), withChildren ? [11, 12, 13, 14] : [11, 12]);
  const all = withChildren ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const children = all.map(read).filter(([, parent]) => parent === String(pid));
  return 10 * children.reduce((sum, fields) => sum + ticks(fields, [11, 12]), own);
}

/**
 * A throw-away PostgreSQL with durable settings, and servers of the built product on it.
 * Everything is stopped by `close`.
 */
export class Stage {
  /** @type {import('node:child_process').ChildProcess[]} */
  #servers = [];
  /** @type {pg.Client[]} */
  #clients = [];

  /** @param {import('../support/postgres-server.mjs').ThrowAwayPostgres} postgres */
  constructor(postgres) {
    this.postgres = postgres;
    this.folder = mkdtempSync(join(tmpdir(), 'hotline-bench-'));
  }

  static async open() {
    await buildWhatChanged(HOME, ['server']);
    return new Stage(await startThrowAwayPostgres(DURABLE));
  }

  /** One statement as the owner, outside every scope. @param {string} text @param {unknown[]} [values] */
  async sql(text, values) {
    this.owner ??= await this.client();
    return (await this.owner.query(text, values)).rows;
  }

  async client() {
    const client = new pg.Client({ connectionString: this.postgres.url });
    await client.connect();
    this.#clients.push(client);
    return client;
  }

  /** @param {'all' | 'api' | 'worker'} role */
  async server(role) {
    const port = await freePort();
    // For finding out why: BENCH_PROFILE=folder writes a .cpuprofile of each server there.
    const profile = process.env.BENCH_PROFILE;
    const options = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    const child = spawn(process.execPath, [...options, join(HOME, 'dist/apps/server/src/main.js')], {
      cwd: HOME,
      stdio: ['ignore', process.stderr, process.stderr],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        DATABASE_URL: this.postgres.url,
        DATABASE_OWNER_URL: this.postgres.ownerUrl,
        HOTLINE_KEY: Buffer.alloc(32, 7).toString('base64'),
        HOTLINE_HOME: HOME,
        HOTLINE_DATA: this.folder,
        HOST: '127.0.0.1',
        PORT: String(port),
        ROLE: role,
        DEMO: 'true',
        DEMO_DAYS: '0',
        LOG_LEVEL: process.env.BENCH_LOG ?? 'error',
      },
    });
    this.#servers.push(child);
    const address = `http://127.0.0.1:${port}`;
    await until(() => {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
      return fetch(`${address}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
    }, 60_000);
    return { address, pid: Number(child.pid), stop: () => this.#end(child) };
  }

  /** @param {import('node:child_process').ChildProcess} child */
  async #end(child) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async close() {
    await Promise.all(this.#servers.map((child) => this.#end(child)));
    await Promise.all(this.#clients.map((client) => client.end().catch(() => undefined)));
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
