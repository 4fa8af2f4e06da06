import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { type Clock, Live } from '@hotline/kernel';
import { type Configuration, NestLog, OutboxRelay, PgLive, Queues } from '@hotline/platform';
import { lifecycleFaults } from '@hotline/ticket';
import { AppModule } from './app.module.js';
import { MOST_BODY_BYTES, prepareEdge } from './edge/http-edge.js';
import { publishContract } from './edge/openapi.js';
import { answerNoAddress } from './edge/problem-filter.js';
import { Readiness } from './operations/readiness.js';
import { Workers } from './operations/workers.js';

export interface Application {
  readonly nest: NestFastifyApplication;
  /** Stops in order: no new requests, running ones finish, workers, queues, database. */
  close(): Promise<void>;
}

/** Builds the process from its configuration; `clock` and `joined` are for tests and for planting only. */
export async function createApplication(
  configuration: Configuration,
  log: Logger,
  clock?: Clock,
  joined = false,
): Promise<Application> {
  const faults = lifecycleFaults();
  if (faults.length > 0) throw new Error(`the lifecycle table is broken: ${faults.join('; ')}`);
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    bodyLimit: MOST_BODY_BYTES,
    trustProxy: configuration.trustProxy,
    requestTimeout: 30_000,
    frameworkErrors: answerNoAddress,
    routerOptions: { maxParamLength: 200 },
  });
  const nest = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(configuration, log, clock, joined),
    adapter,
    {
      logger: new NestLog(log),
      abortOnError: false,
    },
  );
  await prepareEdge(nest, configuration, log);
  publishContract(nest);
  await nest.init();
  await openLive(nest);
  return { nest, close: () => closeInOrder(nest) };
}

async function openLive(nest: NestFastifyApplication): Promise<void> {
  const live = nest.get(Live);
  if (live instanceof PgLive) await live.open();
}

async function closeInOrder(nest: NestFastifyApplication): Promise<void> {
  Readiness.open = false;
  await nest.get(Workers).stop();
  await nest.close();
  await nest.get(OutboxRelay).stop();
  await nest.get(Queues).close();
  const live = nest.get(Live);
  if (live instanceof PgLive) await live.close();
  const database = nest.get(DataSource);
  if (database.isInitialized) await database.destroy();
}
