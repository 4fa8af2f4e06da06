import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run contract`: writes docs/openapi.json and the console's types from the server's own routes.
 * With `--check` it changes nothing and fails when the files in the repository are older than the server.
 */
const home = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const DOCUMENT = join(home, 'docs', 'openapi.json');
const TYPES = join(home, 'apps', 'web', 'src', 'api', 'schema.d.ts');

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(status ?? 1);
  }
  return stdout;
}

const folder = mkdtempSync(join(tmpdir(), 'hotline-contract-'));
try {
  run(['apps/launcher/build.mjs']);
  const document = join(folder, 'openapi.json');
  run(['dist/apps/server/src/contract.js', document]);
  const generator = join(home, 'apps', 'web', 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
  const types = join(folder, 'schema.d.ts');
  run([generator, document, '--output', types]);
  const stale = [
    [document, DOCUMENT],
    [types, TYPES],
  ].filter(
    ([fresh, kept]) => !existsSync(kept) || readFileSync(fresh, 'utf8') !== readFileSync(kept, 'utf8'),
  );
  if (check && stale.length > 0) {
    console.error(`older than the server: ${stale.map(([, kept]) => kept).join(', ')}; run npm run contract`);
    process.exitCode = 1;
  } else if (!check) {
    for (const [fresh, kept] of stale) writeFileSync(kept, readFileSync(fresh, 'utf8'));
    console.log(`${stale.length} files written`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
