import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run check`: everything about the sources a machine can judge. Runs all of it, then fails if any part failed. */
const home = fileURLToPath(new URL('../..', import.meta.url));
const tool = (name, file) => join(home, 'node_modules', name, file);
const node = process.execPath;
const CHECKS = [
  [
    'lock file',
    'npm',
    ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  ],
  ['format', node, [tool('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['types', node, [tool('typescript', 'bin/tsc'), '-p', '.']],
  ['types of the launcher', node, [tool('typescript', 'bin/tsc'), '-p', 'apps/launcher']],
  ['types of the console', node, [tool('typescript', 'bin/tsc'), '-p', 'apps/web', '--noEmit']],
  ['lint', node, [tool('eslint', 'bin/eslint.js'), '--max-warnings=0', 'apps', 'libs', 'test']],
  ['API client in step with the server', node, ['test/support/contract.mjs', '--check']],
  ['docs/lifecycle.md in step with the table', node, ['test/support/lifecycle-doc.mjs', '--check']],
  ['boundaries, permissions, entities', node, [tool('jest', 'bin/jest.js'), 'test/house', '--silent']],
];

const failed = [];
for (const [name, command, args] of CHECKS) {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) {
    failed.push(name);
    console.log(stdout, stderr);
  }
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
