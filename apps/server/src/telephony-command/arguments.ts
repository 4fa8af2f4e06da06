export interface TelephonyArguments {
  command: 'replay';
  ami: string[];
  queueLog: string[];
  queue: string | undefined;
  json: boolean;
}

export interface RebuildArguments {
  command: 'rebuild';
  source: string;
}

export interface ExportArguments {
  command: 'export';
  source: string;
  folder: string;
  since: Date | undefined;
  until: Date | undefined;
  asHeard: boolean;
}

export class WrongUsage extends Error {}

export const USAGE = `Usage: npm run telephony -- replay --ami FILE [--ami FILE2] [--queue-log FILE] [--queue NAME] [--json]

  --ami FILE        bytes received from Asterisk's manager interface; once for each connection, in their order
  --queue-log FILE  Asterisk's queue_log for the same time; more than once for rotated files, oldest first
  --queue NAME      the queue the figures speak of; without it the one most asked for
  --json            figures as JSON on standard output; without it a table

       npm run telephony -- rebuild --source NAME

  --source NAME     the source whose calls are made anew from the bytes that are kept of it

       npm run telephony -- export --source NAME --to FOLDER [--since TIME] [--until TIME] [--as-heard]

  --to FOLDER       a new folder for what the source sent, one file a feed, to be replayed or given to whoever helps
  --since, --until  by the moment of receipt, such as 2026-03-10T08:00+08:00; without them everything that is kept
  --as-heard        with the numbers of the callers; without it each is another, the same wherever it stands`;

const WITH_VALUE = ['--ami', '--queue-log', '--queue'] as const;

/**
 * @param words what follows `npm run telephony --`
 * @throws WrongUsage
 */
export function readTelephonyArguments(
  words: readonly string[],
): TelephonyArguments | RebuildArguments | ExportArguments {
  const [command, ...rest] = words;
  if (command === 'rebuild') return rebuildArguments(rest);
  if (command === 'export') return exportArguments(rest);
  if (command !== 'replay')
    throw new WrongUsage(command ? `no command "${command}"` : 'say which command to run');
  const given: TelephonyArguments = { command, ami: [], queueLog: [], queue: undefined, json: false };
  while (rest.length > 0) {
    const option = rest.shift() ?? '';
    if (option === '--json') given.json = true;
    else if ((WITH_VALUE as readonly string[]).includes(option)) {
      const value = rest.shift();
      if (value === undefined || value.startsWith('--')) throw new WrongUsage(`${option} needs a value`);
      if (option === '--ami') given.ami.push(value);
      else if (option === '--queue-log') given.queueLog.push(value);
      else given.queue = value;
    } else throw new WrongUsage(`what is "${option}"?`);
  }
  if (given.ami.length === 0 && given.queueLog.length === 0)
    throw new WrongUsage('give --ami or --queue-log');
  return given;
}

function rebuildArguments([option, source, ...rest]: readonly string[]): RebuildArguments {
  if (option !== '--source' || !source || rest.length > 0) throw new WrongUsage('give --source NAME');
  return { command: 'rebuild', source };
}

function exportArguments(words: readonly string[]): ExportArguments {
  const asHeard = words.includes('--as-heard');
  const pairs = words.filter((word) => word !== '--as-heard');
  const given = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) {
    const [option = '', value] = pairs.slice(at, at + 2);
    if (!['--source', '--to', '--since', '--until'].includes(option))
      throw new WrongUsage(`what is "${option}"?`);
    if (value === undefined || value.startsWith('--')) throw new WrongUsage(`${option} needs a value`);
    given.set(option, value);
  }
  const [source, folder] = [given.get('--source'), given.get('--to')];
  if (!source || !folder) throw new WrongUsage('give --source NAME and --to FOLDER');
  const [since, until] = [momentOf(given.get('--since')), momentOf(given.get('--until'))];
  return { command: 'export', source, folder, since, until, asHeard };
}

/** A time without an offset would mean another one on every machine. */
function momentOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const moment = new Date(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(moment.getTime()))
    throw new WrongUsage(`"${text}" is no time with an offset, such as 2026-03-10T08:00+08:00`);
  return moment;
}
