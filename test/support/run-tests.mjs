import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from './programs.mjs';

/**
 * `npm test`: builds once, runs every spec, says loudly what had to be left out, and ends with the plain line
 * `N passed, N failed`. Extra arguments go to Jest (`npm test -- libs/calendar`).
 */
const home = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_OUT = [
  ['redis-server', 'the Redis half of the queue conformance and fault tests (install redis-server)'],
  ['mariadbd', 'queue_log in MySQL or MariaDB (install mariadb-server)'],
  ['chromium', 'the browser chapter (install chromium and fonts-noto-cjk)'],
];

const missing = LEFT_OUT.filter(([program]) => !onPath(program));
for (const [program, what] of missing) console.log(`\n*** LEFT OUT: ${what}; no ${program} on PATH ***\n`);
if (missing.length > 0 && process.env.CI) {
  console.error('In CI nothing may be left out.');
  process.exit(1);
}

function run(command, args) {
  return spawnSync(command, args, { cwd: home, stdio: 'inherit', env: process.env }).status ?? 1;
}

if (run(process.execPath, ['apps/launcher/build.mjs']) !== 0) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'hotline-test-results-'));
const results = join(folder, 'results.json');
const jest = join(home, 'node_modules', 'jest', 'bin', 'jest.js');
const status = run(process.execPath, [
  jest,
  '--maxWorkers=2',
  '--json',
  `--outputFile=${results}`,
  ...process.argv.slice(2),
]);
try {
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  for (const [, what] of missing) console.log(`LEFT OUT: ${what}`);
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed${skipped}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
