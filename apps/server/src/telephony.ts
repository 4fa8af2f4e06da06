import {
  type ExportArguments,
  readTelephonyArguments,
  type RebuildArguments,
  USAGE,
  WrongUsage,
} from './telephony-command/arguments.js';
import { CannotDo } from './telephony-command/cannot-do.js';
import { CannotRead, newPath } from './telephony-command/recordings.js';
import { replay } from './telephony-command/replay.js';

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
  else if (args.command === 'replay') await replay(args, { print: console.log, tell: console.error });
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
