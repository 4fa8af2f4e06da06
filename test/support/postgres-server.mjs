import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookUp } from '../../apps/launcher/processes.mjs';
import { startPostgres } from '../../apps/launcher/postgres.mjs';
import { retireOrphan } from '../../apps/launcher/postgres-orphan.mjs';

const PREFIX = 'hotline-test-postgres-';

/**
 * Nothing of a test has to outlive a power cut, so nothing waits for the disk.
 * @type {Record<string, string | number>}
 */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 };

/**
 * Servers of test runs that were killed: their folder names the run's pid.
 */
async function sweepAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (lookUp(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    try {
      await retireOrphan(join(folder, 'postgres'), () => {});
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or being swept by another run.
    }
  }
}

/**
 * One PostgreSQL for a whole test run, in a temporary folder and on a free port; for Jest's globalSetup and for
 * benchmarks. Tests make their own databases in it.
 * @param {Record<string, string | number>} [settings] on top of the careless ones
 * @returns {Promise<{ url: string, ownerUrl: string, port: number, pid: number, stop: () => Promise<void> }>}
 */
export async function startThrowAwayPostgres(settings = {}) {
  await sweepAbandoned();
  const dataFolder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Where PostgreSQL runs as `nobody` it must be able to pass.
  chmodSync(dataFolder, 0o711);
  const server = await startPostgres({ dataFolder, settings: { ...CARELESS, ...settings } });
  const stop = async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { url: server.url, ownerUrl: server.ownerUrl, port: server.port, pid: server.pid, stop };
}

/**
 * A PostgreSQL in a folder of the caller's, for tests that kill it and start it again. What it has acknowledged it has
 * written: only the power cut is left out.
 * @param {string} dataFolder
 * @param {number} [port] the one used before, when it is started again
 */
export function startPostgresIn(dataFolder, port) {
  chmodSync(dataFolder, 0o711);
  const settings = { ...CARELESS, synchronous_commit: 'on' };
  return startPostgres({ dataFolder, settings, ...(port === undefined ? {} : { port }) });
}
