import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource, MixedList } from 'typeorm';
import { Clock } from '@hotline/kernel';
import { FieldSealing, migrate, openDatabase, PgUnitOfWork } from '@hotline/platform';

const TEMPLATE_LOCK = 60_123;

/** A clock the test moves by hand. */
export class TestClock extends Clock {
  constructor(private at: Date = new Date('2026-03-10T09:00:00+08:00')) {
    super();
  }
  now(): Date {
    return this.at;
  }
  set(text: string): void {
    this.at = new Date(text);
  }
  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}

export function serverUrl(): string {
  const url = process.env.HOTLINE_TEST_POSTGRES;
  if (!url) throw new Error('run through Jest: its global setup starts the test database server');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database that others are cloned from. */
export interface Template {
  readonly name: string;
  /** Fills the empty database; must leave no connection open. */
  build(url: string): Promise<void>;
}

const MIGRATED: Template = {
  name: 'hotline_template',
  build: async (url) => {
    await migrate(url);
  },
};

/** Builds the template once for all workers of the run. */
async function ensureTemplate(client: pg.Client, { name, build }: Template): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    await client.query(`drop database if exists ${name}_new`);
    await client.query(`create database ${name}_new`);
    await build(urlOf(`${name}_new`));
    await client.query(`alter database ${name}_new rename to ${name}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** A database of its own, cloned from the template (by default an empty, migrated one) in about a tenth of a second. */
export async function createDatabase(
  template: Template = MIGRATED,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `hotline_test_${randomBytes(6).toString('hex')}`;
  await asOwner(async (client) => {
    await ensureTemplate(client, template);
    await client.query(`create database ${name} template ${template.name}`);
  });
  return {
    url: urlOf(name),
    drop: () =>
      asOwner((client) => client.query(`drop database if exists ${name} with (force)`).then(() => undefined)),
  };
}

export interface TestDatabase {
  url: string;
  database: DataSource;
  work: PgUnitOfWork;
  clock: TestClock;
  sealing: FieldSealing;
  /** A connection with the owner's rights, outside every scope, to look behind the application. */
  owner: pg.Client;
  close(): Promise<void>;
}

/** What use cases and stores need: their own database, a unit of work on it and a clock moved by hand. */
export async function testDatabase(
  entities: MixedList<new () => object> = [],
  template?: Template,
): Promise<TestDatabase> {
  const { url, drop } = await createDatabase(template);
  const clock = new TestClock();
  const database = await openDatabase({ url, poolSize: 10, entities }).initialize();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  return {
    url,
    database,
    clock,
    owner,
    work: new PgUnitOfWork(database, clock),
    sealing: new FieldSealing(Buffer.alloc(32, 7)),
    close: async () => {
      await owner.end();
      await database.destroy();
      await drop();
    },
  };
}
