import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { DataSource, type MixedList } from 'typeorm';
import type { Logger } from 'pino';
import {
  Clock,
  type JobDefinition,
  Live,
  Outbox,
  type PathKeeper,
  Sealing,
  SystemClock,
  UnitOfWork,
} from '@hotline/kernel';
import type { Configuration } from './config/configuration.js';
import { FieldSealing } from './crypto/field-sealing.js';
import { openDatabase } from './database/connection.js';
import { JoinedUnitOfWork } from './database/joined-unit-of-work.js';
import { PgUnitOfWork } from './database/pg-unit-of-work.js';
import { OpenScreens } from './live/open-screens.js';
import { PgLive } from './live/pg-live.js';
import { openBackend, type AnyQueue, type QueueBackend } from './queue/backend.js';
import { OutboxRelay } from './queue/outbox-relay.js';
import { PgOutbox } from './queue/pg-outbox.js';

export const CONFIGURATION = Symbol('Configuration');
export const LOG = Symbol('Log');
/** Every room's keeper of unit paths, in the order they rewrite. */
export const PATH_KEEPERS = Symbol('PathKeepers');

export interface PlatformSettings {
  configuration: Configuration;
  log: Logger;
  entities: MixedList<new () => object>;
  /** Every job of every room: queues are opened and attempts looked up from here. */
  jobs: readonly JobDefinition[];
  pathKeepers: readonly PathKeeper[];
  clock?: Clock;
  /** For planting: use cases can share one transaction. */
  joined?: boolean;
}

/** The queues of this process, opened once. */
export class Queues {
  private readonly open = new Map<string, AnyQueue>();

  constructor(
    readonly backend: QueueBackend,
    private readonly jobs: readonly JobDefinition[],
    private readonly log: Logger,
  ) {}

  readonly of = (name: string): AnyQueue => {
    const known = this.open.get(name);
    if (known) return known;
    const queue = this.backend.queue(name);
    queue.on('error', (error: Error) => this.log.warn({ queue: name, error: error.message }, 'queue'));
    this.open.set(name, queue);
    return queue;
  };

  readonly attemptsOf = (queue: string, name: string): number =>
    this.jobs.find((job) => job.queue === queue && job.name === name)?.attempts ?? 1;

  names(): string[] {
    return [...new Set(this.jobs.map((job) => job.queue))];
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map((queue) => queue.close()));
    await this.backend.close();
  }
}

function unitOfWork({ log, joined }: PlatformSettings, database: DataSource, clock: Clock): UnitOfWork {
  const onHookError = (error: unknown) => log.error({ error: String(error) }, 'after-commit hook');
  const own = new PgUnitOfWork(database, clock, onHookError);
  return joined ? new JoinedUnitOfWork(own, clock, onHookError) : own;
}

function databaseProviders(settings: PlatformSettings): Provider[] {
  const { configuration, log, entities, clock } = settings;
  return [
    { provide: Clock, useValue: clock ?? new SystemClock() },
    { provide: Sealing, useFactory: () => new FieldSealing(configuration.key) },
    {
      provide: DataSource,
      useFactory: () =>
        openDatabase({
          url: configuration.databaseUrl,
          poolSize: configuration.poolSize,
          entities,
          onPoolError: (error) => log.warn({ error: error.message }, 'database connection lost'),
        }).initialize(),
    },
    {
      provide: UnitOfWork,
      inject: [DataSource, Clock],
      useFactory: (database: DataSource, now: Clock) => unitOfWork(settings, database, now),
    },
    { provide: Live, useFactory: () => new PgLive(configuration.databaseUrl) },
    OpenScreens,
  ];
}

async function openQueues({ configuration, log, jobs }: PlatformSettings): Promise<Queues> {
  const names = new Set(jobs.map((job) => job.queue));
  const backend = openBackend(configuration.queueUrl, configuration.databaseUrl, names.size);
  await backend.prepare();
  return new Queues(backend, jobs, log);
}

function queueProviders(settings: PlatformSettings): Provider[] {
  const { log } = settings;
  return [
    { provide: Queues, useFactory: () => openQueues(settings) },
    {
      provide: OutboxRelay,
      inject: [UnitOfWork, Queues],
      useFactory: (work: UnitOfWork, queues: Queues) =>
        new OutboxRelay({
          work,
          queueOf: queues.of,
          attemptsOf: queues.attemptsOf,
          onError: (error) => log.warn({ error: String(error) }, 'outbox relay, will be repeated'),
        }),
    },
    {
      provide: Outbox,
      inject: [OutboxRelay],
      useFactory: (relay: OutboxRelay) => new PgOutbox(() => relay.nudge()),
    },
  ];
}

/** Adapters for the kernel's ports, shared by every room. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(settings: PlatformSettings): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIGURATION, useValue: settings.configuration },
        { provide: LOG, useValue: settings.log },
        { provide: PATH_KEEPERS, useValue: settings.pathKeepers },
        ...databaseProviders(settings),
        ...queueProviders(settings),
      ],
      exports: [
        CONFIGURATION,
        LOG,
        PATH_KEEPERS,
        Clock,
        Sealing,
        DataSource,
        UnitOfWork,
        Live,
        OpenScreens,
        Queues,
        OutboxRelay,
        Outbox,
      ],
    };
  }
}
