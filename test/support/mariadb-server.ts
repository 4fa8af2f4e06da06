import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { onPath } from './programs.mjs';
import { freePort } from './redis-server.js';

export const MARIADB_SERVER = onPath('mariadbd');

const WITHIN_MS = 60_000;

async function answers(socketPath: string, server: ChildProcess): Promise<Connection> {
  for (const end = Date.now() + WITHIN_MS; ;) {
    try {
      return await createConnection({ socketPath, user: 'root' });
    } catch (fault) {
      if (Date.now() > end || server.exitCode !== null) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export interface MariadbServer {
  readonly port: number;
  readonly owner: Connection;
  stop(): Promise<void>;
}

/** A real MariaDB of the machine, on a free port of its own and a folder that goes with it. */
export async function startMariadb(...more: readonly string[]): Promise<MariadbServer> {
  if (!MARIADB_SERVER) throw new Error('no mariadbd on PATH');
  const folder = mkdtempSync(join(tmpdir(), 'hotline-mariadb-'));
  const settings = ['--no-defaults', `--datadir=${join(folder, 'data')}`, `--user=${userInfo().username}`];
  const made = spawnSync(
    'mariadb-install-db',
    [...settings, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stdout}${made.stderr}`);
  const port = await freePort();
  const socket = join(folder, 'socket');
  const net = [`--port=${port}`, `--socket=${socket}`, '--bind-address=127.0.0.1', '--skip-name-resolve'];
  const small = ['--innodb-buffer-pool-size=16M', '--innodb-flush-log-at-trx-commit=0', '--skip-log-bin'];
  const server = spawn(MARIADB_SERVER, [...settings, ...net, ...small, ...more], { stdio: 'ignore' });
  const owner = await answers(socket, server);
  return {
    port,
    owner,
    stop: async () => {
      owner.destroy();
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
