import { readFileSync, writeFileSync } from 'node:fs';
import { Api, NotLetIn } from './replay/api.js';
import { type ReplayArguments, readArguments, USAGE, WrongUsage } from './replay/arguments.js';
import { InvalidMap, readMap } from './replay/map.js';
import { printLedger } from './replay/print-ledger.js';
import { ReplayRun } from './replay/replay-run.js';

const INTERRUPTED = 130;

/** The first Ctrl-C finishes what is under way and prints the ledger; the second ends at once. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(INTERRUPTED);
      process.stderr.write('\nstopping after the rows under way…\n');
      stop.abort();
    });
  }
  return stop.signal;
}

/** @returns exit code: 0 only when every row is accounted for and none is lost */
async function replay(args: ReplayArguments): Promise<number> {
  const stop = stopOnSignal();
  const { file, rate, concurrency, patienceMs, check, ledgerFile } = args;
  const map = readMap(readFileSync(args.mapFile, 'utf8'));
  const api = new Api(args.address, args.credentials);
  const pace = { rate, concurrency };
  const plan = { file, map, pace, patienceMs, check, stop, screen: process.stderr };
  const run = await ReplayRun.start(api, plan);
  await run.run();
  const figures = run.ledger.figures();
  console.log(printLedger(figures, stop.aborted));
  if (ledgerFile) writeFileSync(ledgerFile, `${JSON.stringify(figures, null, 2)}\n`);
  if (stop.aborted) return INTERRUPTED;
  return figures.lostCount > 0 || figures.notSent > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  try {
    return await replay(readArguments(process.argv.slice(2), process.env));
  } catch (fault) {
    if (fault instanceof WrongUsage) console.error(`replay: ${fault.message}\n\n${USAGE}`);
    else if (fault instanceof InvalidMap || fault instanceof NotLetIn)
      console.error(`replay: ${fault.message}`);
    else if (isSystemError(fault))
      console.error(`replay: ${fault.path ?? ''} cannot be read (${fault.code})`);
    else console.error(fault);
    return 2;
  }
}

const isSystemError = (fault: unknown): fault is NodeJS.ErrnoException =>
  fault instanceof Error && 'syscall' in fault;

// No exit while the ledger is still being written to a pipe.
process.exitCode = await main();
