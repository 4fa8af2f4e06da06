import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './build-inputs.mjs';
import { readNote, writeNote } from './files.mjs';
import { takeLock } from './lock.mjs';
import { runProgram, StartRefused } from './refused.mjs';

/**
 * A part that is built by itself: from `inputs`, with the program of an npm package, into a folder of its own, whose
 * `results` then replace those in dist/. The note with the fingerprint comes last, so a build that was killed, or
 * failed, is done again and leaves the previous result usable.
 * @typedef {object} Part
 * @property {string} name
 * @property {string} source without it there is nothing to build
 * @property {string[]} inputs
 * @property {string} result the file that proves the part is there
 * @property {[from: string, to: string][]} results
 * @property {{ from: string, package: string, program: string }} tool
 * @property {string} folder where the tool runs
 * @property {(next: string, root: string) => string[]} args
 */

/** @type {Part} */
const SERVER = {
  name: 'server',
  source: 'apps/server/src/main.ts',
  inputs: ['apps/server', 'libs', 'nest-cli.json', 'tsconfig.json', 'package-lock.json'],
  result: 'dist/apps/server/src/main.js',
  results: [
    ['apps', 'dist/apps'],
    ['libs', 'dist/libs'],
  ],
  tool: { from: '.', package: '@nestjs/cli', program: 'bin/nest.js' },
  folder: '.',
  args: (next, root) => ['build', '-c', nestConfiguration(next, root)],
};

/** @type {Part} */
const CONSOLE = {
  name: 'console',
  source: 'apps/web/vite.config.ts',
  inputs: ['apps/web', 'package-lock.json'],
  result: 'dist/web/index.html',
  results: [['.', 'dist/web']],
  tool: { from: 'apps/web', package: 'vite', program: 'bin/vite.js' },
  folder: 'apps/web',
  args: (next, root) => ['build', '--outDir', join(root, next), '--emptyOutDir', '--logLevel', 'warn'],
};

/**
 * nest-cli.json with another output folder, and without emptying dist/, where the console lies too.
 * @param {string} next
 * @param {string} root
 * @returns {string} path relative to the root
 */
function nestConfiguration(next, root) {
  const configuration = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8'));
  configuration.compilerOptions.deleteOutDir = false;
  configuration.compilerOptions.builder.options.outDir = next;
  writeFileSync(join(root, `${next}.json`), JSON.stringify(configuration));
  return `${next}.json`;
}

/**
 * @param {Part} part
 * @param {string} root
 * @returns {string}
 */
function toolPath(part, root) {
  try {
    const require = createRequire(join(realpathSync(join(root, part.tool.from)), 'package.json'));
    return join(dirname(require.resolve(`${part.tool.package}/package.json`)), part.tool.program);
  } catch {
    throw new StartRefused(
      `the ${part.name} has to be built but ${part.tool.package} is not installed; run npm ci with the development packages, then npm run build`,
    );
  }
}

/**
 * @param {string[]} command
 * @param {string} folder
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runQuietly(command, folder) {
  const child = spawn(process.execPath, command, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * @param {Part} part
 * @param {string} root
 * @param {string} print fingerprint of the inputs
 * @param {(line: string) => void} say
 */
async function buildPart(part, root, print, say) {
  const started = performance.now();
  const next = `dist/.next-${part.name}-${process.pid}`;
  const note = join(root, `dist/.${part.name}.json`);
  const command = [toolPath(part, root), ...part.args(next, root)];
  const { code, output } = await runQuietly(command, join(root, part.folder));
  if (code !== 0) {
    console.error(output);
    throw new StartRefused(`the ${part.name} could not be built; the reason stands above`);
  }
  rmSync(note, { force: true });
  for (const [from, to] of part.results) {
    rmSync(join(root, to), { recursive: true, force: true });
    renameSync(join(root, next, from), join(root, to));
  }
  rmSync(join(root, next), { recursive: true, force: true });
  rmSync(join(root, `${next}.json`), { force: true });
  writeNote(note, { fingerprint: print });
  say(`hotline: built the ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * @param {string} root
 * @param {string[]} names
 * @returns {{ part: Part, print: string }[]}
 */
function outdated(root, names) {
  const present = [SERVER, CONSOLE].filter(
    ({ name, source }) => names.includes(name) && existsSync(join(root, source)),
  );
  return present
    .map((part) => ({ part, print: fingerprint(root, part.inputs) }))
    .filter(({ part, print }) => {
      const note = readNote(join(root, `dist/.${part.name}.json`));
      return note?.fingerprint !== print || !existsSync(join(root, part.result));
    });
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
async function waitForTurn(root, say) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (let turn = 0; ; turn += 1) {
    const taken = takeLock(join(root, 'dist/.build.lock'));
    if ('release' in taken) return taken.release;
    if (turn === 0) say(`hotline: waiting for the build of process ${taken.holder.pid}…`);
    await sleep(100);
  }
}

/**
 * What killed builds left. Their tools may still be writing, which is why each build has folders of its own.
 * @param {string} root
 */
function clearLeftovers(root) {
  const names = readdirSync(join(root, 'dist')).filter((name) => name.startsWith('.next-'));
  for (const name of names) rmSync(join(root, 'dist', name), { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Builds the parts whose sources changed since they were last built; with nothing changed it only reads the sources.
 * @param {string} root
 * @param {string[]} [names]
 * @param {(line: string) => void} [say] where progress goes; a command that prints a result keeps standard output free
 */
export async function buildWhatChanged(root, names = ['server', 'console'], say = console.log) {
  if (outdated(root, names).length === 0) return;
  const release = await waitForTurn(root, say);
  try {
    const parts = outdated(root, names);
    clearLeftovers(root);
    if (parts.length === 0) return;
    say(`hotline: building ${parts.map(({ part }) => part.name).join(' and ')}…`);
    const builds = parts.map(
      ({ part, print }) =>
        () =>
          buildPart(part, root, print, say),
    );
    if (availableParallelism() > 1) return await settleAll(builds.map((build) => build()));
    for (const build of builds) await build();
  } finally {
    release();
  }
}

/**
 * Waits for all, so that none still runs when the first failure is told.
 * @param {Promise<void>[]} builds
 */
async function settleAll(builds) {
  const results = await Promise.allSettled(builds);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  runProgram(() => buildWhatChanged(root));
}
