import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Replaces a small private file in one step: a reader sees the old text or the new, never half of one.
 * @param {string} path
 * @param {string} text
 */
export function writePrivately(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

/**
 * @param {string} path
 * @returns {Record<string, unknown> | null} null when absent or not a JSON object
 */
export function readNote(path) {
  try {
    const note = JSON.parse(readFileSync(path, 'utf8'));
    return note !== null && typeof note === 'object' ? note : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} note
 */
export function writeNote(path, note) {
  writePrivately(path, `${JSON.stringify(note, null, 2)}\n`);
}

/**
 * Makes renames inside a folder survive a power cut.
 * @param {string} folder
 */
export function syncFolder(folder) {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
