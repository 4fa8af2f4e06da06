import createClient, { type Client } from 'openapi-fetch';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { paths } from '../../apps/web/src/api/schema.js';
import { createApplication } from '../../apps/server/src/application.js';
import { Workers } from '../../apps/server/src/operations/workers.js';
import { Seeder } from '../../apps/server/src/seed/seeder.js';
import type { Clock } from '@hotline/kernel';
import { type Configuration, createLog, readConfiguration } from '@hotline/platform';
import { createDatabase } from './test-database.js';

export type HotlineClient = Client<paths>;

/** A signed-in person (or nobody) at the API, through the generated client. */
export class Person {
  readonly api: HotlineClient;
  private cookie = '';

  constructor(readonly base: string) {
    this.api = createClient<paths>({
      baseUrl: base,
      // One stable Request a call: the cookie rides along like a browser's.
      fetch: (request: Request) => {
        if (this.cookie) request.headers.set('cookie', this.cookie);
        request.headers.set('sec-fetch-site', 'same-origin');
        return fetch(request);
      },
    });
  }

  /** Raw calls, for input the typed client would not let through. */
  raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    // An old browser sends the Origin alone.
    if (!headers.has('sec-fetch-site') && !headers.has('origin'))
      headers.set('sec-fetch-site', 'same-origin');
    return fetch(`${this.base}${path}`, { ...init, headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.raw(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  async signIn(name: string, password = 'demo-12351'): Promise<this> {
    const response = await this.post('/api/session', { name, password });
    if (!response.ok) throw new Error(`sign-in of ${name}: ${response.status} ${await response.text()}`);
    this.cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return this;
  }

  withoutSession(): Person {
    return new Person(this.base);
  }
}

export interface Hotline {
  readonly base: string;
  readonly url: string;
  readonly nest: NestFastifyApplication;
  as(name: string, password?: string): Promise<Person>;
  close(): Promise<void>;
}

export interface HotlineOptions {
  clock?: Clock;
  queueUrl?: string;
  workers?: boolean;
  /** Use cases may share one transaction, as they do while a history is planted. */
  joined?: boolean;
  /** Reads what the process logs; silent otherwise. */
  log?: Logger;
  /** Reuse this database instead of a new one; it is then not dropped. */
  databaseUrl?: string;
}

function configurationFor(url: string, queueUrl?: string): Configuration {
  return readConfiguration({
    DATABASE_URL: url,
    PORT: '0',
    HOST: '127.0.0.1',
    DEMO: 'true',
    DEMO_DAYS: '0',
    HOTLINE_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...(queueUrl ? { QUEUE_URL: queueUrl } : {}),
  });
}

/** The whole product in this process: real PostgreSQL, real queue, real HTTP, the seeded union tree and people. */
export async function startHotline(options: HotlineOptions = {}): Promise<Hotline> {
  const database = options.databaseUrl
    ? { url: options.databaseUrl, drop: async () => undefined }
    : await createDatabase();
  const configuration = configurationFor(database.url, options.queueUrl);
  const log = options.log ?? createLog(configuration.logLevel);
  await Seeder.seed(configuration, log);
  const application = await createApplication(configuration, log, options.clock, options.joined);
  await application.nest.listen(0, '127.0.0.1');
  if (options.workers !== false) await application.nest.get(Workers).start();
  const base = (await application.nest.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    base,
    url: database.url,
    nest: application.nest,
    as: (name, password) => new Person(base).signIn(name, password),
    close: async () => {
      await application.close();
      await database.drop();
    },
  };
}
