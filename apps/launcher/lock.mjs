import { linkSync, renameSync, rmSync } from 'node:fs';
import { readNote, writePrivately } from './files.mjs';
import { lookUp, stillRuns } from './processes.mjs';
import { codeOf } from './refused.mjs';

/** @typedef {{ pid: number, born: string } & Record<string, unknown>} Holder */

/**
 * Who holds the lock; null when nobody does, or only a process that is gone.
 * @param {string} file
 * @returns {Holder | null}
 */
export function lockHolder(file) {
  const note = readNote(file);
  if (!note || typeof note.pid !== 'number' || typeof note.born !== 'string') return null;
  const holder = { ...note, pid: note.pid, born: note.born };
  return stillRuns(holder) ? holder : null;
}

/**
 * Moves a dead holder's file out of the way. Two launchers may find the same dead one: the second would move the file
 * that the first has put in its place, so what was moved is looked at again and given back when it lives.
 * @param {string} file
 */
function clearDead(file) {
  const aside = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, aside);
    if (lockHolder(aside)) linkSync(aside, file);
  } catch (fault) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(fault) ?? '')) throw fault;
  }
  rmSync(aside, { force: true });
}

/**
 * Takes a lock file for this process. It names pid and birth, so that a lock left behind by `kill -9` or a power cut
 * is not mistaken for a live one. link(2) is the step that only one can win.
 * @param {string} file
 * @param {Record<string, unknown>} [facts] kept in the file for others to read
 * @returns {{ release: () => void } | { holder: Holder }}
 */
export function takeLock(file, facts = {}) {
  const draft = `${file}.draft-${process.pid}`;
  writePrivately(
    draft,
    JSON.stringify({ ...facts, pid: process.pid, born: lookUp(process.pid)?.born ?? '' }),
  );
  try {
    for (;;) {
      const holder = lockHolder(file);
      if (holder) return { holder };
      clearDead(file);
      if (linked(draft, file)) return { release: () => rmSync(file, { force: true }) };
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} draft
 * @param {string} file
 */
function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    throw fault;
  }
}
