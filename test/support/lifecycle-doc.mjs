import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhatChanged } from '../../apps/launcher/build.mjs';

/**
 * `npm run lifecycle`: writes docs/lifecycle.md from the lifecycle table itself. With `--check` it changes nothing and
 * fails when the document is older than the table.
 */
const home = fileURLToPath(new URL('../..', import.meta.url));
const FILE = join(home, 'docs', 'lifecycle.md');
const check = process.argv.includes('--check');

await buildWhatChanged(home, ['server']);
const from = (/** @type {string} */ path) => import(pathToFileURL(join(home, 'dist', path)).href);
const { LIFECYCLE, SYSTEM_MOVES, WHO } = await from('libs/ticket/domain/lifecycle/index.js');
const { TICKET_STATES } = await from('libs/ticket/domain/facts.js');
const { PERMISSIONS } = await from('libs/organization/domain/actor.js');

const list = (/** @type {readonly string[]} */ items) => (items.length > 0 ? items.join(', ') : '—');
const states = (/** @type {readonly string[]} */ items) =>
  items.length >= TICKET_STATES.length - 2
    ? 'any open' + (items.includes('closed') ? ' or closed' : '')
    : list(items);

/** @param {{ starts?: string[], stops?: string[] | string, moves?: string[] }} clocks */
function clockWords({ starts = [], stops = [], moves = [] }) {
  const words = [
    stops === 'all'
      ? 'stops all'
      : stops === 'stage'
        ? 'stops the stage'
        : stops.length
          ? `stops ${list(/** @type {string[]} */ (stops))}`
          : '',
    starts.length ? `may start ${list(starts)}` : '',
    moves.length ? `moves ${list(moves)}` : '',
  ].filter(Boolean);
  return words.join('; ') || 'run on';
}

const verbRows = Object.entries(LIFECYCLE).map(
  ([verb, rule]) =>
    `| \`${verb}\` | ${rule.zh} · ${rule.en} | ${states(rule.from)} | ${rule.to.length ? list(rule.to) : 'stays'} | ${WHO[rule.who].en} | \`${rule.permission}\` (${list(PERMISSIONS[rule.permission])}) | ${rule.guard ? 'yes' : '—'} | ${clockWords(rule.clocks)} |`,
);
const moveRows = Object.entries(SYSTEM_MOVES).map(
  ([name, move]) =>
    `| \`${name}\` | ${move.zh} · ${move.en} | ${states(move.from)} | ${list(move.to)} | ${clockWords(move.clocks)} |`,
);
const text = `# The life of a ticket

Generated from \`libs/ticket/domain/lifecycle\` by \`npm run lifecycle\`; \`npm run check\` fails when it is older than the table.
The same table decides the rule, the rights, the verbs the console offers and the tests. The program refuses to start with
a state nobody reaches, a state nobody leaves, or a verb without a permission.

States: ${TICKET_STATES.map((/** @type {string} */ state) => `\`${state}\``).join(' ')}

## What people do

| verb | 动作 | from | to | in whose name | permission (roles) | guard | clocks |
| --- | --- | --- | --- | --- | --- | --- | --- |
${verbRows.join('\n')}

## What happens by itself

| move | 动作 | from | to | clocks |
| --- | --- | --- | --- | --- |
${moveRows.join('\n')}
`;

if (check && (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text)) {
  console.error('docs/lifecycle.md is older than the lifecycle table; run npm run lifecycle');
  process.exitCode = 1;
} else if (!check) {
  writeFileSync(FILE, text);
}
