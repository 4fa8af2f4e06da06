import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LAUNCHER = join(process.cwd(), 'apps/launcher');
const FIXTURES = join(process.cwd(), 'test/faults');

export interface Page {
  pid: number;
  starts: number;
  demo: string;
}

/** Asks again until the answer is there; fails with the last error after 20 s. */
export async function eventually<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      throw new Error(`still ${String(answer)}: ${ask.toString()}`);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

interface Options {
  env?: NodeJS.ProcessEnv;
  uid?: number;
}

/** One `npm start` on a data folder, with the fixture in place of the server. */
export class Launched {
  output = '';
  readonly ended: Promise<number | null>;

  private constructor(
    readonly child: ChildProcess,
    readonly dataFolder: string,
    readonly port: number,
  ) {
    child.stdout?.on('data', (chunk) => (this.output += String(chunk)));
    child.stderr?.on('data', (chunk) => (this.output += String(chunk)));
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  static async on(dataFolder: string, { env = {}, uid }: Options = {}): Promise<Launched> {
    const port = env.PORT ? Number(env.PORT) : await freePort();
    const child = spawn(process.execPath, [join(LAUNCHER, 'start.mjs')], {
      env: { ...cleanEnvironment(), PORT: String(port), ...folderEnvironment(dataFolder), ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    return new Launched(child, dataFolder, port);
  }

  /** Waits for the banner; fails at once when the launcher ends first. */
  async ready(): Promise<this> {
    let code: number | null | undefined;
    void this.ended.then((end) => (code = end));
    const said = await eventually(() => {
      if (code !== undefined) return 'ended';
      return /ready at/.test(this.output) && 'ready';
    });
    if (said === 'ended') throw new Error(`the launcher ended with ${code}: ${this.output}`);
    return this;
  }

  async page(): Promise<Page> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/`);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return (await answer.json()) as Page;
  }

  postmaster(): number {
    return Number(readFileSync(join(this.dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

export function folderEnvironment(dataFolder: string): NodeJS.ProcessEnv {
  return { HOTLINE_DATA: dataFolder, HOTLINE_ENTRY: join(FIXTURES, 'fixture-server.mjs') };
}

/** The shell's own settings must not decide a test. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: tmpdir() };
}

export function runCommand(dataFolder: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const entry = { HOTLINE_ENTRY: join(FIXTURES, 'fixture-command.mjs') };
  return spawnSync(process.execPath, [join(LAUNCHER, 'run.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...cleanEnvironment(), HOTLINE_DATA: dataFolder, ...entry, ...env },
  });
}

/** Temporary folders whose servers are ended, by the pids they note, before they are removed. */
export class Folders {
  private readonly made: string[] = [];

  make(owner?: number): string {
    const folder = mkdtempSync(join(tmpdir(), 'hotline-launcher-'));
    this.made.push(folder);
    if (owner !== undefined) chownSync(folder, owner, owner);
    return folder;
  }

  async clear(): Promise<void> {
    for (const folder of this.made.splice(0)) {
      for (const file of filesNamed(folder, /^(launcher\.lock|server\.json)$/)) {
        end((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid);
      }
      for (const file of filesNamed(folder, /^postmaster\.pid$/)) {
        const [pid, cluster] = readFileSync(file, 'utf8').split('\n');
        if (file === join(cluster ?? '', 'postmaster.pid')) end(Number(pid));
      }
      await eventually(() => {
        rmSync(folder, { recursive: true, force: true });
        return true;
      });
    }
  }
}

function filesNamed(folder: string, name: RegExp): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function end(pid: number): void {
  try {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  } catch {
    // Gone in between.
  }
}
