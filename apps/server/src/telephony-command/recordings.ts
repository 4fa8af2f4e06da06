import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const CHUNK = 1_048_576;

/** npm runs a script in the folder of the package; the person's own folder is in INIT_CWD. */
export function recordingPath(path: string, env: NodeJS.ProcessEnv): string {
  const here = resolve(path);
  if (isAbsolute(path) || existsSync(here) || !env.INIT_CWD) return here;
  return resolve(env.INIT_CWD, path);
}

/** Where something new goes: seen from the person's own folder. */
export const newPath = (path: string, env: NodeJS.ProcessEnv): string => resolve(env.INIT_CWD ?? '.', path);

/** The bytes of a recording in pieces, so that a day of a PBX need not fit into one buffer. */
export function* recordingBytes(path: string): Generator<Uint8Array> {
  if (path.endsWith('.gz')) {
    yield gunzipSync(readFileSync(path));
    return;
  }
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK);
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer))
      yield buffer.slice(0, count);
  } finally {
    closeSync(file);
  }
}
