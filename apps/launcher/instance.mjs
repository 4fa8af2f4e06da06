import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readNote, writeNote } from './files.mjs';
import { livingPostmaster } from './postgres-orphan.mjs';

/**
 * The files by which one instance is known to later starts and to commands on the same data folder:
 * `launcher.lock` who owns it, `connection.json` its database (private: the URL holds the password), `server.json` the
 * server process.
 * @param {string} dataFolder
 */
export function instanceFiles(dataFolder) {
  return {
    lock: join(dataFolder, 'launcher.lock'),
    connection: join(dataFolder, 'connection.json'),
    server: join(dataFolder, 'server.json'),
    cluster: join(dataFolder, 'postgres'),
  };
}

/**
 * @param {string} dataFolder
 * @param {{ url: string, pid: number }} postgres
 */
export function noteConnection(dataFolder, { url, pid }) {
  writeNote(instanceFiles(dataFolder).connection, { url, pid });
}

/** @param {string} dataFolder */
export function forgetConnection(dataFolder) {
  rmSync(instanceFiles(dataFolder).connection, { force: true });
}

/**
 * The embedded PostgreSQL that runs on this folder now, whoever started it.
 * @param {string} dataFolder
 * @returns {{ url: string, ownerUrl: string } | null}
 */
export function runningDatabase(dataFolder) {
  const files = instanceFiles(dataFolder);
  const note = readNote(files.connection);
  const living = livingPostmaster(files.cluster);
  if (!note || note.pid !== living?.pid || typeof note.url !== 'string') return null;
  return { url: note.url, ownerUrl: note.url };
}
