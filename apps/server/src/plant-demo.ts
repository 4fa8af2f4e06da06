import { constants, setPriority } from 'node:os';
import type { Logger } from 'pino';
import { SystemClock, UnitOfWork } from '@hotline/kernel';
import {
  type Configuration,
  createLog,
  JoinedUnitOfWork,
  lookOver,
  readConfiguration,
} from '@hotline/platform';
import { type Application, createApplication } from './application.js';
import { HandClock } from './demo/hand-clock.js';
import { DemoHistory } from './demo/history.js';
import { PastCalls } from './demo/past/past-calls.js';

/**
 * Plants the demonstration history in a process of its own, at low priority: imagining three months is seconds of
 * pure computing, and the server beside it must answer meanwhile.
 */
async function main(): Promise<void> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const configuration = { ...readConfiguration(process.env), poolSize: 4 };
  const log = createLog(configuration.logLevel);
  const clock = new HandClock(new SystemClock());
  // This process computes for seconds on end, so its periodic refreshes come late; the server's own do not.
  const application = await createApplication(configuration, createLog('error'), clock, true);
  try {
    await DemoHistory.from(application.nest, log).plant(configuration.demoDays);
    await plantCalls(application, configuration, clock, log);
  } finally {
    await application.close();
  }
}

/** Behind the practice line, where there is one. */
async function plantCalls(
  { nest }: Application,
  { practiceLine, demoDays, databaseOwnerUrl }: Configuration,
  clock: HandClock,
  log: Logger,
): Promise<void> {
  const work = nest.get<UnitOfWork>(UnitOfWork, { strict: false });
  if (!practiceLine || !(work instanceof JoinedUnitOfWork)) return;
  const past = new PastCalls(work, clock, nest.get.bind(nest), log, () => lookOver(databaseOwnerUrl));
  await past.plant(demoDays);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`demo history not planted, will be tried at the next start: ${String(error)}`);
    process.exit(1);
  },
);
