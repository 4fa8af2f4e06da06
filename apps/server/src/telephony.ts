import { figuresTable, Replay } from '@hotline/telephony';
import {
  readTelephonyArguments,
  type TelephonyArguments,
  USAGE,
  WrongUsage,
} from './telephony-command/arguments.js';
import { exportBytes, exportedText } from './telephony-command/export.js';
import { CannotDo } from './telephony-command/on-record.js';
import { rebuild, rebuiltText } from './telephony-command/rebuild.js';
import { newPath, recordingBytes, recordingPath } from './telephony-command/recordings.js';

/**
 * `npm run telephony -- replay …`: figures of a recorded shift. Needs no database and no server. Standard output has
 * the figures alone; what was wrong with the input goes to standard error.
 */
function replay(args: TelephonyArguments): void {
  const run = new Replay();
  for (const file of args.ami) run.ami(recordingBytes(recordingPath(file, process.env)), file);
  for (const file of args.queueLog) run.queueLog(recordingBytes(recordingPath(file, process.env)), file);
  const result = run.result(args.queue);
  for (const problem of result.problems) console.error(`telephony: ${problem}`);
  console.log(args.json ? JSON.stringify(result.figures, null, 1) : figuresTable(result));
}

async function run(words: readonly string[]): Promise<void> {
  const args = readTelephonyArguments(words);
  if (args.command === 'replay') replay(args);
  else if (args.command === 'rebuild') console.log(rebuiltText(await rebuild(args.source)));
  else console.log(exportedText(await exportBytes(args, newPath(args.folder, process.env))));
}

async function main(): Promise<number> {
  try {
    await run(process.argv.slice(2));
    return 0;
  } catch (fault) {
    if (fault instanceof WrongUsage) console.error(`telephony: ${fault.message}\n\n${USAGE}`);
    else if (fault instanceof CannotDo) console.error(`telephony: ${fault.message}`);
    else if (fault instanceof Error && 'syscall' in fault)
      console.error(`telephony: ${fault.message.replace(/^(\w+): /, 'cannot read the file ($1): ')}`);
    else console.error(fault);
    return 2;
  }
}

// No exit while the figures are still being written to a pipe.
process.exitCode = await main();
