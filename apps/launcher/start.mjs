import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Launch } from './launch.mjs';
import { runProgram } from './refused.mjs';
import { readSettings } from './settings.mjs';

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** `npm start`: see README.md for the variables it reads. */
runProgram(async () => {
  // A closed terminal or pipe must not take the launcher down while it has something to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const launch = new Launch(readSettings(process.env, repository), repository);
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    process.on(signal, () => launch.stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  await launch.start();
});
