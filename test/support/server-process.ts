import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually.js';
import { freePort } from './redis-server.js';

const ENTRY = join(process.cwd(), 'dist/apps/server/src/main.js');

export interface ServerPlan {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly queueUrl?: string | undefined;
}

/** The built server as its own process, killed and started again on one port. */
export class ServerProcess {
  output = '';
  private child: ChildProcess | null = null;
  private gone: Promise<number | null> = Promise.resolve(null);

  private constructor(
    private readonly plan: ServerPlan,
    readonly port: number,
  ) {}

  static async of(plan: ServerPlan): Promise<ServerProcess> {
    if (!existsSync(ENTRY)) throw new Error('not built: run node apps/launcher/build.mjs');
    return new ServerProcess(plan, await freePort());
  }

  get base(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get running(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  async start(): Promise<void> {
    const { databaseUrl, ownerUrl, queueUrl } = this.plan;
    const child = spawn(process.execPath, [ENTRY], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: databaseUrl,
        DATABASE_OWNER_URL: ownerUrl,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        DEMO: 'true',
        DEMO_DAYS: '0',
        HOTLINE_KEY: Buffer.alloc(32, 7).toString('base64'),
        LOG_LEVEL: 'info',
        ...(queueUrl ? { QUEUE_URL: queueUrl } : {}),
      },
    });
    this.child = child;
    child.stdout.on('data', (chunk) => (this.output += String(chunk)));
    child.stderr.on('data', (chunk) => (this.output += String(chunk)));
    this.gone = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    await this.ready();
  }

  /** @returns how long it took, ms */
  async ready(withinMs = 30_000): Promise<number> {
    const from = Date.now();
    await eventually(
      'the server is ready',
      async () => {
        if (!this.running) throw new Error(`the server ended: ${this.output.slice(-2_000)}`);
        return (await this.readiness()) === 200;
      },
      withinMs,
    );
    return Date.now() - from;
  }

  /** The status of the readiness page; 0 when nobody answers. */
  async readiness(): Promise<number> {
    const answer = await fetch(`${this.base}/health/ready`, { signal: AbortSignal.timeout(6_000) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    return answer?.status ?? 0;
  }

  /** @returns the exit code; null when a signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child?.kill(signal);
    return this.gone;
  }
}
