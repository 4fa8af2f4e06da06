import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writePrivately } from './files.mjs';
import { StartRefused } from './refused.mjs';

/**
 * The key that encrypts personal data (HOTLINE_KEY: 32 bytes, base64). Where none is given and the database is ours,
 * or it is a demonstration, one is made and kept in the data folder. Never a second one beside an existing database:
 * what the first has sealed could not be read any more.
 * @param {{ dataFolder: string, databaseUrl: string | undefined, demo: string }} settings
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} undefined where the server has to ask for it: production on a database of its own
 */
export function encryptionKey({ dataFolder, databaseUrl, demo }, env) {
  if (env.HOTLINE_KEY) return env.HOTLINE_KEY;
  const file = join(dataFolder, 'hotline.key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (databaseUrl && !/^(true|1|yes|on)$/i.test(demo)) return undefined;
  if (!databaseUrl && existsSync(join(dataFolder, 'postgres'))) {
    throw new StartRefused(
      `${file} is missing, so the personal data in ${dataFolder} could not be read; put it back or set HOTLINE_KEY`,
    );
  }
  const key = randomBytes(32).toString('base64');
  writePrivately(file, `${key}\n`);
  syncFolder(dataFolder);
  return key;
}
