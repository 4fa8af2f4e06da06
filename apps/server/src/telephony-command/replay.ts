import { figuresTable, type ReadableFile, readRecordings } from '../../../../libs/telephony/recordings.js';
import type { TelephonyArguments } from './arguments.js';
import { recordingBytes, recordingPath } from './recordings.js';

/** Standard output and standard error. */
export interface Voice {
  print(text: string): void;
  tell(text: string): void;
}

const MEGABYTE = 1_048_576;
/** A person who waits longer than this wants to see that something happens. */
const PATIENCE_MS = 2_000;

/** How far the reading is, on standard error; nothing of a recording that is read at once. */
class Progress {
  readonly #began = performance.now();
  #told = this.#began;
  #bytes = 0;

  constructor(readonly voice: Voice) {}

  count(bytes: number): void {
    this.#bytes += bytes;
    const now = performance.now();
    if (now - this.#told < PATIENCE_MS) return;
    this.#told = now;
    this.#say('read so far');
  }

  again(reason: 'learned' | 'disorder'): void {
    const why = {
      learned: 'later calls show what earlier ones were',
      disorder: 'the times in it go back',
    }[reason];
    if (this.#isLong) this.voice.tell(`telephony: read once more: ${why}`);
  }

  end(): void {
    if (this.#isLong) this.#say('read');
  }

  get #isLong(): boolean {
    return performance.now() - this.#began > PATIENCE_MS;
  }

  #say(what: string): void {
    const seconds = ((performance.now() - this.#began) / 1_000).toFixed(0);
    this.voice.tell(`telephony: ${(this.#bytes / MEGABYTE).toFixed(0)} MB ${what}, ${seconds} s`);
  }
}

async function* counted(path: string, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const bytes of recordingBytes(path)) {
    progress.count(bytes.length);
    yield bytes;
  }
}

/**
 * `npm run telephony -- replay …`: figures of a recorded shift. Needs no database and no server. Standard output has
 * the figures alone; what was wrong with the input, and how far it is read, goes to standard error.
 */
export async function replay(args: TelephonyArguments, voice: Voice): Promise<void> {
  const progress = new Progress(voice);
  const files = (names: readonly string[]): ReadableFile[] =>
    names.map((name) => ({ name, open: () => counted(recordingPath(name, process.env), progress) }));
  const recordings = { ami: files(args.ami), queueLog: files(args.queueLog) };
  const run = await readRecordings(recordings, {}, (reason) => progress.again(reason));
  progress.end();
  const result = run.result(args.queue);
  for (const problem of result.problems) voice.tell(`telephony: ${problem}`);
  voice.print(args.json ? JSON.stringify(result.figures, null, 1) : figuresTable(result));
}
