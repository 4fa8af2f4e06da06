import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import {
  type Configuration,
  createLog,
  InvalidConfiguration,
  migrate,
  readConfiguration,
} from '@hotline/platform';
import { createApplication } from './application.js';
import { PracticeShift } from './demo/practice-shift.js';
import { Readiness } from './operations/readiness.js';
import { Workers } from './operations/workers.js';
import { Seeder } from './seed/seeder.js';

/** In the background: the server answers meanwhile, and a planting cut short is repeated at the next start. */
function plantDemo(): ChildProcess {
  return fork(fileURLToPath(new URL('./plant-demo.js', import.meta.url)), { stdio: 'inherit' });
}

/** A demonstration without it is still one. */
async function openPractice(
  { practiceLine, role, dataFolder }: Configuration,
  rooms: NestFastifyApplication,
  log: Logger,
): Promise<PracticeShift | null> {
  if (!practiceLine || role === 'api') return null;
  return PracticeShift.open(rooms, dataFolder, log).catch((error: unknown) => {
    log.warn({ error: String(error) }, 'practice line not opened');
    return null;
  });
}

// A load balancer has to see "not ready" before it meets a closed door.
const NOT_READY_FIRST_MS = 1_000;

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const log = createLog(configuration.logLevel);
  const { applied } = await migrate(configuration.databaseOwnerUrl);
  if (applied.length > 0) log.info({ applied }, 'database migrated');
  await Seeder.seed(configuration, log);
  const application = await createApplication(configuration, log);
  await application.nest.listen(configuration.port, configuration.host);
  if (configuration.role !== 'api') await application.nest.get(Workers).start();
  Readiness.open = true;
  log.info({ role: configuration.role, port: configuration.port }, 'hotline ready');
  const practice = openPractice(configuration, application.nest, log);
  const planting = configuration.demo && configuration.role !== 'worker' ? plantDemo() : null;

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    planting?.kill('SIGKILL');
    setTimeout(() => process.exit(1), configuration.shutdownMs).unref();
    Readiness.open = false;
    void sleep(NOT_READY_FIRST_MS)
      .then(async () => (await practice)?.close())
      .then(() => application.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error: String(error) }, 'stopping failed');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

start().catch((error: unknown) => {
  const known = error instanceof InvalidConfiguration;
  console.error(known ? error.message : error);
  process.exit(known ? 2 : 1);
});
