import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { disguise, disguiseSocket, type ExportedFeed, exporter } from '@hotline/telephony';
import type { ExportArguments } from './arguments.js';
import { Disguises } from './disguises.js';
import { CannotDo, onRecord } from './on-record.js';

export interface Exported {
  readonly files: { readonly path: string; readonly bytes: number; readonly feed: string }[];
}

// Every year a database takes.
const EVER = { since: new Date('0001-01-01T00:00:00Z'), until: new Date('9999-01-01T00:00:00Z') };

/**
 * `npm run telephony -- export`: what a source sent, one file a feed, readable by the owner alone.
 * @param folder must not exist: nothing that is there is written over
 * @throws CannotDo with words for the operator
 */
export async function exportBytes(args: ExportArguments, folder: string): Promise<Exported> {
  const { source, since = EVER.since, until = EVER.until, asHeard } = args;
  return onRecord(async ({ work, sealing }) =>
    writeFeeds(await exporter(work, sealing).run(source, { since, until }, !asHeard), folder, asHeard),
  );
}

/** @throws CannotDo where the folder is there already */
export async function writeFeeds(
  feeds: readonly ExportedFeed[],
  folder: string,
  asHeard: boolean,
): Promise<Exported> {
  await newFolder(folder);
  const others = new Disguises();
  const files: Exported['files'] = [];
  for (const { feed, pieces } of feeds) {
    const path = join(folder, `${feed.replace('_', '-')}.txt`);
    const given = asHeard ? pieces : disguised(pieces, feed === 'esl' ? disguiseSocket : disguise, others);
    const bytes = await write(path, given);
    if (bytes > 0) files.push({ path, bytes, feed });
    else await rm(path);
  }
  return { files };
}

export function exportedText({ files }: Exported): string {
  if (files.length === 0) return 'nothing is kept of what this source sent in that time';
  const written = files.map(({ path, bytes }) => `${path} (${bytes} bytes)`);
  const options = files
    .filter(({ feed }) => feed !== 'esl')
    .map(({ path, feed }) => `--${feed.replace('_', '-')} "${path}"`);
  const again = options.length > 0 ? [`npm run telephony -- replay ${options.join(' ')}`] : [];
  return [...written, ...again].join('\n');
}

async function newFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CannotDo(`${folder} is there already: name a new folder`);
    throw fault;
  }
}

async function write(path: string, pieces: AsyncIterable<Buffer>): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      await file.appendFile(piece);
      bytes += piece.length;
    }
  } finally {
    await file.close();
  }
  return bytes;
}

/** By whole lines: a number may begin in one piece and end in the next. */
async function* disguised(
  pieces: AsyncIterable<Buffer>,
  by: typeof disguise,
  others: Disguises,
): AsyncGenerator<Buffer> {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  for await (const piece of pieces) {
    const text = begun + decoder.write(piece);
    const end = text.lastIndexOf('\n') + 1;
    begun = text.slice(end);
    yield Buffer.from(by(text.slice(0, end), others.of));
  }
  yield Buffer.from(by(begun + decoder.end(), others.of));
}
