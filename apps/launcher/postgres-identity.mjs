import { spawn, spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { StartRefused } from './refused.mjs';

/**
 * As whom PostgreSQL runs, for it refuses to run as root:
 * - `plain`    as we are;
 * - `unshare`  in a user namespace where we seem to be uid 65534: files stay ours, private parent folders are no
 *              hindrance, no account is made;
 * - `owner`    as root under the account that owns the folder (root started it in somebody's home);
 * - `nobody`   as root under uid 65534, where namespaces are forbidden (many containers).
 * `files` = the uid and gid its data folder must have.
 * @typedef {{ method: 'plain' | 'unshare' | 'owner' | 'nobody', files: { uid: number, gid: number } | null }} Identity
 */

/** uid and gid of `nobody` in Linux; initdb needs a uid that has an account. */
const NOBODY = { uid: 65534, gid: 65534 };
const UNSHARE = ['-U', `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.gid}`];

/**
 * How a program is started under an identity.
 * @param {Identity} identity
 * @param {string} program
 * @param {string[]} args
 * @returns {{ command: string, args: string[], as: { uid?: number, gid?: number } }}
 */
export function commandFor(identity, program, args) {
  if (identity.method === 'unshare')
    return { command: 'unshare', args: [...UNSHARE, program, ...args], as: {} };
  const asAnother = identity.method === 'owner' || identity.method === 'nobody';
  return { command: program, args, as: asAnother && identity.files ? identity.files : {} };
}

/**
 * @param {Identity} identity
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnUnder(identity, program, args, options) {
  const call = commandFor(identity, program, args);
  return spawn(call.command, call.args, { ...options, ...call.as });
}

/** @param {string} path */
function ownerOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? { uid: stat.uid, gid: stat.gid } : null;
}

function hasAccount() {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/**
 * The identities worth trying, best first.
 * @param {string} dataFolder
 * @param {string} cluster the data directory of PostgreSQL, which may not exist yet
 * @returns {Identity[]}
 */
function candidates(dataFolder, cluster) {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) return [{ method: 'plain', files: null }];
  /** @type {Identity} */
  const unshare = { method: 'unshare', files: { uid, gid } };
  if (uid !== 0) return hasAccount() ? [{ method: 'plain', files: { uid, gid } }] : [unshare];
  const holder = ownerOf(cluster);
  const landlord = ownerOf(dirname(dataFolder));
  /** @type {(owner: typeof holder) => Identity[]} */
  const asOwner = (owner) =>
    owner && ![0, NOBODY.uid].includes(owner.uid) ? [{ method: 'owner', files: owner }] : [];
  return [...asOwner(holder), unshare, ...asOwner(landlord), { method: 'nobody', files: NOBODY }];
}

/**
 * Runs `postgres --version` under an identity that must also be able to enter the data folder.
 * @param {Identity} identity
 * @param {{ postgres: string, dataFolder: string, env: NodeJS.ProcessEnv }} need
 * @returns {{ version: string } | { reason: string }}
 */
function tryOut(identity, { postgres, dataFolder, env }) {
  const script = 'cd "$2" && exec "$1" --version';
  const call =
    process.platform === 'win32'
      ? commandFor(identity, postgres, ['--version'])
      : commandFor(identity, '/bin/sh', ['-c', script, 'sh', postgres, dataFolder]);
  const run = spawnSync(call.command, call.args, { encoding: 'utf8', env, ...call.as });
  if (run.error) return { reason: run.error.message };
  if (run.status !== 0) return { reason: run.stderr.trim().split('\n').at(-1) ?? `exit ${run.status}` };
  return { version: run.stdout.trim() };
}

/**
 * Chooses by trying: the identity used last time if it still works (no files change hands), else the first that does.
 * @param {{ postgres: string, dataFolder: string, cluster: string, env: NodeJS.ProcessEnv, last: unknown }} need
 * @returns {{ identity: Identity, major: string }}
 */
export function chooseIdentity(need) {
  const offered = candidates(need.dataFolder, need.cluster);
  const ordered = [
    ...offered.filter((i) => i.method === need.last),
    ...offered.filter((i) => i.method !== need.last),
  ];
  /** @type {string[]} */
  const failures = [];
  for (const identity of ordered) {
    const result = tryOut(identity, need);
    if ('version' in result) return { identity, major: /(\d+)/.exec(result.version)?.[1] ?? '' };
    failures.push(`${identity.method}: ${result.reason}`);
  }
  throw new StartRefused(
    `PostgreSQL cannot run here (${failures.join('; ')}); start as an ordinary user from a folder it may read, or set DATABASE_URL`,
  );
}

/**
 * Gives a tree to the identity. The top comes last: a tree is only taken as done when its top is.
 * @param {string} path
 * @param {{ uid: number, gid: number }} owner
 */
function giveTree(path, owner) {
  if (lstatSync(path).isDirectory()) readdirSync(path).forEach((name) => giveTree(join(path, name), owner));
  lchownSync(path, owner.uid, owner.gid);
}

/**
 * Hands existing files to the identity when they belong to another; only root can.
 * @param {string} path
 * @param {Identity} identity
 */
export function handOver(path, identity) {
  const owner = ownerOf(path);
  if (!owner || !identity.files || owner.uid === identity.files.uid) return;
  if (process.getuid?.() !== 0) {
    throw new StartRefused(
      `${path} belongs to user ${owner.uid}, not to you; start as that user or set HOTLINE_DATA to another folder`,
    );
  }
  giveTree(path, identity.files);
}
