import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { lookUp } from './processes.mjs';
import { codeOf } from './refused.mjs';

/**
 * @param {number} port
 * @param {string} [host] all addresses when left out
 * @returns {Promise<string | null>} null when it can be listened on, else the system's reason (`EADDRINUSE`, `EACCES`)
 */
function whyNot(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (fault) => resolve(codeOf(fault) ?? 'unknown'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/**
 * A listener on one address does not always stop another on all addresses, so both are tried.
 * @param {number} port
 */
export async function whyPortIsClosed(port) {
  return (await whyNot(port)) ?? (await whyNot(port, '127.0.0.1'));
}

/** @param {number} port */
export async function isFreeOnLoopback(port) {
  return (await whyNot(port, '127.0.0.1')) === null;
}

/** @returns {Promise<number>} a loopback port that nobody listens on right now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * proc(5) net/tcp: local address:port in hexadecimal, state 0A = listening, field 9 = inode of the socket.
 * @param {number} port
 * @returns {Set<string>}
 */
function listeningInodes(port) {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n'));
  const cells = rows.map((row) => row.trim().split(/\s+/));
  return new Set(cells.filter((c) => c[1]?.endsWith(wanted) && c[3] === '0A').map((c) => c[9] ?? ''));
}

/**
 * @param {string} pid
 * @param {Set<string>} inodes
 */
function hasSocket(pid, inodes) {
  try {
    const links = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    return links.some((link) => inodes.has(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? 'none'));
  } catch {
    return false;
  }
}

/**
 * Names the process that listens on a port, for a message; empty where the system does not tell.
 * @param {number} port
 * @returns {string} for example ` by process 4711 (nginx)`
 */
export function portHolder(port) {
  try {
    const inodes = listeningInodes(port);
    const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && hasSocket(name, inodes));
    const program = pid && lookUp(Number(pid))?.argv?.[0];
    return pid ? ` by process ${pid}${program ? ` (${program})` : ''}` : '';
  } catch {
    return '';
  }
}
