import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { calls } from './calls.mjs';
import { callsPop } from './calls-pop.mjs';
import { callsReports } from './calls-reports.mjs';
import { clocks } from './clocks.mjs';
import { dispatch } from './dispatch.mjs';
import { intake } from './intake.mjs';
import { list } from './list.mjs';
import { say } from './measures.mjs';
import { HOME } from './stage.mjs';
import { start } from './start.mjs';
import { tree } from './tree.mjs';
import { wallboard } from './wallboard.mjs';

/**
 * `npm run bench -- <scenario> [--size N] [--quick]`, or `all`. Each scenario starts its own database and server and
 * ends with one line of JSON: {scenario, size, figures, ceiling, ratio, goal, pass}. A missed goal is `pass: false`;
 * the exit code says only whether it could be measured. --quick is for trying the benches, not for figures.
 */
const QUICK = {
  intake: 300,
  dispatch: 1_500,
  list: 20_000,
  start: 2,
  deadlines: 200_000,
  clocks: 120_000,
  tree: 5_000,
  calls: 5_000,
  'calls-pop': 60,
  wallboard: 50,
  'calls-reports': 100_000,
};

/** @param {number} [size] */
async function deadlines(size) {
  const { measureDeadlines } = await import('./deadlines.mjs');
  const { buildWhatChanged } = await import('../../apps/launcher/build.mjs');
  await buildWhatChanged(HOME, ['server']);
  const room = await import(pathToFileURL(join(HOME, 'dist/libs/calendar/index.js')).href);
  return { ceiling: null, ratio: null, ...measureDeadlines(room, size) };
}

/** @type {Record<keyof typeof QUICK, (size?: number) => Promise<object>>} */
const SCENARIOS = {
  intake,
  dispatch,
  list,
  start,
  deadlines,
  clocks,
  tree,
  calls,
  'calls-pop': callsPop,
  wallboard,
  'calls-reports': callsReports,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const [asked = ''] = positionals;
const names = /** @type {(keyof typeof QUICK)[]} */ (asked === 'all' ? Object.keys(SCENARIOS) : [asked]);
if (!names.every((name) => Object.hasOwn(SCENARIOS, name))) {
  say(`usage: npm run bench -- ${Object.keys(SCENARIOS).join('|')}|all [--size N] [--quick]`);
  process.exit(2);
}
for (const name of names) {
  const given = values.size === undefined ? undefined : Number(values.size);
  const result = await SCENARIOS[name](given ?? (values.quick ? QUICK[name] : undefined));
  console.log(JSON.stringify(result));
}
