import { constants, setPriority } from 'node:os';
import { SystemClock } from '@hotline/kernel';
import { createLog, readConfiguration } from '@hotline/platform';
import { createApplication } from './application.js';
import { HandClock } from './demo/hand-clock.js';
import { DemoHistory } from './demo/history.js';

/**
 * Plants the demonstration history in a process of its own, at low priority: imagining three months is seconds of
 * pure computing, and the server beside it must answer meanwhile.
 */
async function main(): Promise<void> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const configuration = { ...readConfiguration(process.env), poolSize: 4 };
  const log = createLog(configuration.logLevel);
  // This process computes for seconds on end, so its periodic refreshes come late; the server's own do not.
  const application = await createApplication(
    configuration,
    createLog('error'),
    new HandClock(new SystemClock()),
    true,
  );
  try {
    await DemoHistory.from(application.nest, log).plant(configuration.demoDays);
  } finally {
    await application.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`demo history not planted, will be tried at the next start: ${String(error)}`);
    process.exit(1);
  },
);
