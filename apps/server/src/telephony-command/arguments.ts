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

export interface HelpArguments {
  command: 'help';
}

/** Its message is one sentence that says what to type instead. */
export class WrongUsage extends Error {}

export const USAGE = `Usage: npm run -s telephony -- replay --ami FILE [--ami FILE2] [--queue-log FILE] [--queue NAME] [--json]

  --ami FILE        bytes received from Asterisk's manager interface; once for each connection, in their order
  --queue-log FILE  Asterisk's queue_log for the same time; more than once for rotated files
  --queue NAME      the queue the figures speak of; without it the one most asked for
  --json            figures as JSON on standard output; without it a table

  Files that end in .gz are unpacked. What was wrong or missing in them is said on standard error.

       npm run -s telephony -- rebuild --source NAME

  --source NAME     the source whose calls are made anew from the bytes that are kept of it; nobody may listen to it

       npm run -s telephony -- export --source NAME --to FOLDER [--since TIME] [--until TIME] [--as-heard]

  --to FOLDER       a new folder for what the source sent, one file a feed, to be replayed or given to whoever helps
  --since, --until  by the moment of receipt, such as 2026-03-10T08:00+08:00; without them everything that is kept
  --as-heard        with the numbers of the callers; without it each is another, the same wherever it stands

       npm run -s telephony -- --help`;

const WITH_VALUE = ['--ami', '--queue-log', '--queue'] as const;
const HELP = ['--help', '-h', 'help'];
const SEE_HELP = 'npm run telephony -- --help shows what can be said';

/**
 * @param words what follows `npm run telephony --`
 * @throws WrongUsage
 */
export function readTelephonyArguments(
  words: readonly string[],
): TelephonyArguments | RebuildArguments | ExportArguments | HelpArguments {
  const [command, ...rest] = words;
  if (HELP.includes(command ?? '') || rest.includes('--help') || rest.includes('-h'))
    return { command: 'help' };
  if (command === 'rebuild') return rebuildArguments(rest.flatMap(apart));
  if (command === 'export') return exportArguments(rest.flatMap(apart));
  if (command !== 'replay')
    throw new WrongUsage(
      command ? `there is no command "${command}"; ${SEE_HELP}` : `no command is given; ${SEE_HELP}`,
    );
  return replayArguments(rest.flatMap(apart));
}

/** `--ami=FILE` is `--ami FILE`. */
function apart(word: string): string[] {
  const found = /^(--[a-z-]+)=(.*)$/s.exec(word);
  return found ? [found[1] ?? '', found[2] ?? ''] : [word];
}

function replayArguments(rest: string[]): TelephonyArguments {
  const given: TelephonyArguments = {
    command: 'replay',
    ami: [],
    queueLog: [],
    queue: undefined,
    json: false,
  };
  while (rest.length > 0) {
    const option = rest.shift() ?? '';
    if (option === '--json') given.json = true;
    else if ((WITH_VALUE as readonly string[]).includes(option)) {
      const value = rest.shift();
      if (!value || value.startsWith('--')) throw new WrongUsage(`${option} needs a value; ${SEE_HELP}`);
      if (option === '--ami') given.ami.push(value);
      else if (option === '--queue-log') given.queueLog.push(value);
      else given.queue = value;
    } else throw new WrongUsage(`there is no option "${option}"; ${SEE_HELP}`);
  }
  if (given.ami.length === 0 && given.queueLog.length === 0)
    throw new WrongUsage(`nothing to replay: give --ami FILE, --queue-log FILE or both; ${SEE_HELP}`);
  return given;
}

function rebuildArguments(given: readonly string[]): RebuildArguments {
  const [option, source, ...rest] = given;
  if (option !== '--source' || !source || rest.length > 0)
    throw new WrongUsage(`say which source: rebuild --source NAME; ${SEE_HELP}`);
  return { command: 'rebuild', source };
}

function exportArguments(words: readonly string[]): ExportArguments {
  const asHeard = words.includes('--as-heard');
  const pairs = words.filter((word) => word !== '--as-heard');
  const given = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) {
    const [option = '', value] = pairs.slice(at, at + 2);
    if (!['--source', '--to', '--since', '--until'].includes(option))
      throw new WrongUsage(`there is no option "${option}"; ${SEE_HELP}`);
    if (value === undefined || value.startsWith('--'))
      throw new WrongUsage(`${option} needs a value; ${SEE_HELP}`);
    given.set(option, value);
  }
  const [source, folder] = [given.get('--source'), given.get('--to')];
  if (!source || !folder) throw new WrongUsage(`give --source NAME and --to FOLDER; ${SEE_HELP}`);
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
