import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf, StartRefused } from './refused.mjs';

/**
 * What the launcher itself needs to know; everything else is read and judged by the server's own configuration.
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} dataFolder absolute
 * @property {string | undefined} databaseUrl a server to use instead of the embedded one
 * @property {string | undefined} entry program to run instead of the built server; for tests only
 * @property {string} demo
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} repository
 * @returns {Settings}
 * @throws {StartRefused} naming the variable
 */
export function readSettings(env, repository) {
  return {
    port: readPort(env.PORT),
    dataFolder: readDataFolder(env.HOTLINE_DATA, repository),
    databaseUrl: env.DATABASE_URL || undefined,
    entry: env.HOTLINE_ENTRY || undefined,
    demo: env.DEMO || String(env.NODE_ENV !== 'production'),
  };
}

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined || text === '') return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new StartRefused(`PORT must be a whole number from 1 to 65535, not "${text}"`);
}

/**
 * @param {string | undefined} text
 * @param {string} repository
 */
function readDataFolder(text, repository) {
  const folder = resolve(repository, text || '.data');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch (fault) {
    const why = { EEXIST: 'it is a file', ENOTDIR: 'a part of the path is a file' }[codeOf(fault) ?? ''];
    throw new StartRefused(
      `HOTLINE_DATA must be a folder we may write, not ${folder} (${why ?? codeOf(fault)})`,
    );
  }
}

/**
 * The environment of the server and of our commands.
 * @param {Settings} settings
 * @param {string} repository
 * @param {{ postgres: { url: string, ownerUrl: string } | null, port: number, key: string | undefined }} found
 *   `postgres` null = the operator's own DATABASE_URL
 * @returns {NodeJS.ProcessEnv}
 */
export function programEnvironment(settings, repository, { postgres, port, key }) {
  const database = postgres ? { DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl } : {};
  return {
    ...process.env,
    ...database,
    ...(key ? { HOTLINE_KEY: key } : {}),
    HOTLINE_HOME: repository,
    HOTLINE_DATA: settings.dataFolder,
    PORT: String(port),
    DEMO: settings.demo,
    PRACTICE_LINE: process.env.PRACTICE_LINE || settings.demo,
  };
}
