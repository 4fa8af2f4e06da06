import { figuresTable, type Recording, Replay } from '../../../libs/telephony/recordings.js';
import {
  type ExportArguments,
  readTelephonyArguments,
  type RebuildArguments,
  type TelephonyArguments,
  USAGE,
  WrongUsage,
} from './telephony-command/arguments.js';
import { CannotDo } from './telephony-command/cannot-do.js';
import { CannotRead, newPath, recordingBytes, recordingPath } from './telephony-command/recordings.js';

async function read(recording: Recording, file: string): Promise<void> {
  for await (const bytes of recordingBytes(recordingPath(file, process.env))) recording.push(bytes);
  recording.end();
}

/**
 * `npm run telephony -- replay …`: figures of a recorded shift. Needs no database and no server. Standard output has
 * the figures alone; what was wrong with the input goes to standard error.
 */
async function replay(args: TelephonyArguments): Promise<void> {
  const run = new Replay();
  for (const file of args.ami) await read(run.amiRecording(file), file);
  for (const file of args.queueLog) await read(run.queueLogRecording(file), file);
  const result = run.result(args.queue);
  for (const problem of result.problems) console.error(`telephony: ${problem}`);
  console.log(args.json ? JSON.stringify(result.figures, null, 1) : figuresTable(result));
}

/** What works on the database is loaded only where it is asked for: a replay is over before that. */
async function onRecord(args: RebuildArguments | ExportArguments): Promise<string> {
  if (args.command === 'rebuild') {
    const { rebuild, rebuiltText } = await import('./telephony-command/rebuild.js');
    return rebuiltText(await rebuild(args.source));
  }
  const { exportBytes, exportedText } = await import('./telephony-command/export.js');
  return exportedText(await exportBytes(args, newPath(args.folder, process.env)));
}

async function run(words: readonly string[]): Promise<void> {
  const args = readTelephonyArguments(words);
  if (args.command === 'help') console.log(USAGE);
  else if (args.command === 'replay') await replay(args);
  else console.log(await onRecord(args));
}

async function main(): Promise<number> {
  try {
    await run(process.argv.slice(2));
    return 0;
  } catch (fault) {
    const told = [WrongUsage, CannotRead, CannotDo].some((kind) => fault instanceof kind);
    console.error(told ? `telephony: ${(fault as Error).message}` : fault);
    return 2;
  }
}

// No exit while the figures are still being written to a pipe.
process.exitCode = await main();
