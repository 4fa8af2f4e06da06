import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { createGunzip, type Gunzip } from 'node:zlib';

const CHUNK = 1_048_576;

/** Its message is one sentence that names the file. */
export class CannotRead extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
};

/** npm runs a script in the folder of the package; the person's own folder is in INIT_CWD. */
export function recordingPath(path: string, env: NodeJS.ProcessEnv): string {
  const here = resolve(path);
  if (isAbsolute(path) || !env.INIT_CWD) return here;
  const theirs = resolve(env.INIT_CWD, path);
  return existsSync(theirs) || !existsSync(here) ? theirs : here;
}

/** Where something new goes: seen from the person's own folder. */
export const newPath = (path: string, env: NodeJS.ProcessEnv): string => resolve(env.INIT_CWD ?? '.', path);

/**
 * The bytes of a recording in pieces, so that a day of a PBX need not fit into one buffer.
 * @throws CannotRead
 */
export async function* recordingBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    if (path.endsWith('.gz')) yield* unpacked(pieces(path));
    else yield* pieces(path);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw fault;
    const reason = REASONS[code] ?? (code.startsWith('Z_') ? 'it is not a whole gzip file' : code);
    throw new CannotRead(`cannot read ${path}: ${reason}`);
  }
}

function* pieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK);
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer))
      yield buffer.slice(0, count);
  } finally {
    closeSync(file);
  }
}

async function* unpacked(packed: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const fed = feed(gunzip, packed);
  for await (const piece of gunzip) yield piece as Uint8Array;
  await fed;
}

async function feed(gunzip: Gunzip, packed: Iterable<Uint8Array>): Promise<void> {
  try {
    for (const piece of packed)
      if (!gunzip.write(piece)) await new Promise((resume) => gunzip.once('drain', resume));
    gunzip.end();
  } catch (fault) {
    gunzip.destroy(fault as Error);
  }
}
