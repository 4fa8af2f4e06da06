import { parseArgs } from 'node:util';
import type { Credentials } from './api.js';

export interface ReplayArguments {
  readonly file: string;
  readonly mapFile: string;
  readonly address: string;
  readonly credentials: Credentials;
  readonly rate: number;
  readonly concurrency: number;
  readonly patienceMs: number;
  /** How many accepted rows are sent a second time to see that they answer the same ticket. */
  readonly check: number;
  readonly ledgerFile: string | null;
}

export const USAGE = `usage: npm run replay -- FILE.csv[.gz] --map MAP.json [--rate N]

  --rate N          rows a second (20)
  --concurrency N   rows under way at a time (8)
  --url URL         the server (http://127.0.0.1:$PORT)
  --token TOKEN     machine token; better given as HOTLINE_TOKEN. Without one, signs in as the demo agent
  --name NAME       sign in with this name; the password is read from HOTLINE_PASSWORD
  --check N|all     accepted rows to send a second time (all)
  --patience S      seconds to wait for a server that does not answer (300)
  --ledger FILE     write the ledger as JSON too`;

/** Wrong arguments; the message says which. */
export class WrongUsage extends Error {}

const OPTIONS = {
  map: { type: 'string' },
  rate: { type: 'string', default: '20' },
  concurrency: { type: 'string', default: '8' },
  url: { type: 'string' },
  token: { type: 'string' },
  name: { type: 'string' },
  check: { type: 'string', default: 'all' },
  patience: { type: 'string', default: '300' },
  ledger: { type: 'string' },
} as const;

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new WrongUsage(`--${name} must be a number from ${least} to ${most}, not "${text}"`);
}

function credentialsOf(
  token: string | undefined,
  name: string | undefined,
  env: NodeJS.ProcessEnv,
): Credentials {
  if (token) return { token };
  if (name === undefined) return { demo: true };
  const password = env.HOTLINE_PASSWORD;
  if (!password) throw new WrongUsage('--name needs the password in HOTLINE_PASSWORD');
  return { name, password };
}

/** @throws WrongUsage */
export function readArguments(args: string[], env: NodeJS.ProcessEnv): ReplayArguments {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    throw new WrongUsage((fault as Error).message);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new WrongUsage('give one CSV file');
  if (!values.map) throw new WrongUsage('give the map of its columns with --map');
  const address = values.url ?? `http://127.0.0.1:${env.PORT ?? 3000}`;
  if (!URL.canParse(address)) throw new WrongUsage('--url must be an address such as http://127.0.0.1:3000');
  return {
    file,
    mapFile: values.map,
    address,
    credentials: credentialsOf(values.token ?? env.HOTLINE_TOKEN, values.name, env),
    rate: numberOf('rate', values.rate, 0.01, 10_000),
    concurrency: numberOf('concurrency', values.concurrency, 1, 256),
    patienceMs: numberOf('patience', values.patience, 1, 86_400) * 1_000,
    check: values.check === 'all' ? Infinity : numberOf('check', values.check, 0, 1e9),
    ledgerFile: values.ledger ?? null,
  };
}
