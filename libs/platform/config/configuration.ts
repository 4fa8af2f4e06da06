import { SettingReader, type Settings } from './settings.js';

export const ROLES = ['all', 'api', 'worker'] as const;
export type ProcessRole = (typeof ROLES)[number];

/** Everything the process may be told from outside, checked once at start. */
export interface Configuration {
  readonly role: ProcessRole;
  readonly port: number;
  readonly host: string;
  /** Connection string of the database. */
  readonly databaseUrl: string;
  /** Connection string with the right to migrate; the same as `databaseUrl` unless given. */
  readonly databaseOwnerUrl: string;
  /** `postgres` = BullMQ in the same database, else a `redis://` address. */
  readonly queueUrl: string;
  readonly poolSize: number;
  readonly demo: boolean;
  /** Demo history, days back; 0 = none. */
  readonly demoDays: number;
  /** A small switchboard beside the demonstration, on which calls come by themselves. */
  readonly practiceLine: boolean;
  readonly home: string;
  /** Where the process may keep files of its own: the log of the practice line. */
  readonly dataFolder: string;
  readonly webFolder: string;
  /** 32 bytes, base64: encrypts personal data and keys the fingerprints. */
  readonly key: Buffer;
  readonly secureCookies: boolean;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  readonly shutdownMs: number;
}

export class InvalidConfiguration extends Error {}

/**
 * Reads the configuration from environment variables.
 * @throws InvalidConfiguration with one sentence that names the variable.
 */
export function readConfiguration(env: Settings): Configuration {
  const read = new SettingReader(env);
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const demo = read.flag('DEMO', false);
  return {
    role: read.choice('ROLE', ROLES, 'all'),
    port: read.integer('PORT', 3000, 0, 65_535),
    host: read.text('HOST', '0.0.0.0'),
    databaseUrl,
    databaseOwnerUrl: env.DATABASE_OWNER_URL
      ? read.url('DATABASE_OWNER_URL', ['postgres:', 'postgresql:'])
      : databaseUrl,
    queueUrl:
      env.QUEUE_URL && env.QUEUE_URL !== 'postgres'
        ? read.url('QUEUE_URL', ['redis:', 'rediss:'])
        : 'postgres',
    poolSize: read.integer('DATABASE_POOL', 16, 4, 200),
    demo,
    demoDays: read.integer('DEMO_DAYS', 90, 0, 365),
    practiceLine: demo && read.flag('PRACTICE_LINE', false),
    home: read.text('HOTLINE_HOME', process.cwd()),
    dataFolder: read.text('HOTLINE_DATA', `${env.HOTLINE_HOME ?? process.cwd()}/.data`),
    webFolder: read.text('WEB_FOLDER', `${env.HOTLINE_HOME ?? process.cwd()}/dist/web`),
    key: read.key('HOTLINE_KEY'),
    secureCookies: read.flag('SECURE_COOKIES', !demo),
    trustProxy: read.flag('TRUST_PROXY', false),
    logLevel: read.choice(
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'info',
    ),
    shutdownMs: read.integer('SHUTDOWN_MS', 15_000, 1_000, 120_000),
  };
}
