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

export class WrongUsage extends Error {}

export const USAGE = `Usage: npm run telephony -- replay --ami FILE [--ami FILE2] [--queue-log FILE] [--queue NAME] [--json]

  --ami FILE        bytes received from Asterisk's manager interface; once for each connection, in their order
  --queue-log FILE  Asterisk's queue_log for the same time; more than once for rotated files, oldest first
  --queue NAME      the queue the figures speak of; without it the one most asked for
  --json            figures as JSON on standard output; without it a table

       npm run telephony -- rebuild --source NAME

  --source NAME     the source whose calls are made anew from the bytes that are kept of it`;

const WITH_VALUE = ['--ami', '--queue-log', '--queue'] as const;

/**
 * @param words what follows `npm run telephony --`
 * @throws WrongUsage
 */
export function readTelephonyArguments(words: readonly string[]): TelephonyArguments | RebuildArguments {
  const [command, ...rest] = words;
  if (command === 'rebuild') return rebuildArguments(rest);
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
