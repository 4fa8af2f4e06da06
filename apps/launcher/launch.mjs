import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildWhatChanged } from './build.mjs';
import { encryptionKey } from './encryption-key.mjs';
import { forgetConnection, instanceFiles, noteConnection } from './instance.mjs';
import { takeLock } from './lock.mjs';
import { portHolder, whyPortIsClosed } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { StartRefused } from './refused.mjs';
import { restartPlan } from './restarts.mjs';
import { retireServer, startServer, waitUntilReady } from './server-process.mjs';
import { programEnvironment } from './settings.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */

const SERVER_ENTRY = 'dist/apps/server/src/main.js';

/** Thrown between two steps of a start that was told to stop. */
class Stopped extends Error {}

/**
 * One running instance: lock, PostgreSQL, server; kept alive, and stopped in the reverse order. PostgreSQL must
 * outlive the server, which finishes its requests and jobs with it.
 */
export class Launch {
  /** @type {import('./postgres.mjs').Postgres | undefined} */
  #postgres;
  /** @type {import('./server-process.mjs').Server | undefined} */
  #server;
  /** @type {Promise<unknown>} the step in progress; a stop waits for it */
  #step = Promise.resolve();
  #releaseLock = () => {};
  /** @type {string | undefined} */
  #key;
  #mayRestartServer = restartPlan();
  #mayRestartPostgres = restartPlan();
  #wasReady = false;
  /** @type {Promise<void> | undefined} */
  #stopping;
  /** @type {number | undefined} */
  #stopAsked;

  /**
   * @param {Settings} settings
   * @param {string} repository
   */
  constructor(settings, repository) {
    this.settings = settings;
    this.repository = repository;
    this.files = instanceFiles(settings.dataFolder);
  }

  async start() {
    try {
      this.#lock();
      await this.#doing(() => retireServer(this.files.server, log));
      await this.#doing(() => this.#checkPort());
      if (!this.settings.entry) await this.#doing(() => buildWhatChanged(this.repository));
      this.#key = encryptionKey(this.settings, process.env);
      await this.#doing(() => this.#startPostgres());
      await this.#doing(async () => this.#startServer());
      await this.#greet();
    } catch (fault) {
      if (this.#stopping) return;
      this.#stopping = this.#stopAll('SIGTERM');
      await this.#stopping;
      throw fault;
    }
  }

  /**
   * Stops everything in order, then ends this process. A later call means impatience: the server is ended at once. Not
   * within a second, though: under npm one Ctrl-C arrives twice, from the terminal and from npm.
   * @param {NodeJS.Signals} signal handed on to the server
   * @param {number} [code]
   */
  stop(signal, code = 0) {
    this.#stopAsked ??= Date.now();
    if (Date.now() - this.#stopAsked > 1000 && this.#server) process.kill(this.#server.pid, 'SIGKILL');
    this.#stopping ??= this.#stopAll(signal).then(() => process.exit(code));
  }

  /** @param {() => Promise<unknown>} step */
  async #doing(step) {
    if (this.#stopping) throw new Stopped();
    this.#step = step();
    await this.#step;
  }

  #lock() {
    const { port, dataFolder } = this.settings;
    const taken = takeLock(this.files.lock, { port });
    if ('holder' in taken) {
      const { pid, port: its } = taken.holder;
      const where = typeof its === 'number' ? ` on http://localhost:${its}` : '';
      throw new StartRefused(
        `process ${pid} already runs on ${dataFolder}${where}; stop it, or set HOTLINE_DATA to another folder`,
      );
    }
    this.#releaseLock = () => {
      forgetConnection(dataFolder);
      taken.release();
    };
  }

  async #checkPort() {
    const { port } = this.settings;
    const reason = await whyPortIsClosed(port);
    if (reason === 'EADDRINUSE')
      throw new StartRefused(`PORT ${port} is taken${portHolder(port)}; set PORT to a free one`);
    if (reason)
      throw new StartRefused(`PORT ${port} cannot be listened on (${reason}); set PORT to another one`);
  }

  async #startPostgres() {
    if (this.settings.databaseUrl) return;
    const { dataFolder } = this.settings;
    const postgres = await startPostgres({ dataFolder, log, repository: this.repository });
    this.#postgres = postgres;
    noteConnection(dataFolder, postgres);
    void postgres.exited.then(() => this.#postgresDied(postgres.url));
  }

  /** @param {string} urlBefore */
  async #postgresDied(urlBefore) {
    this.#postgres = undefined;
    if (this.#stopping) return;
    log('PostgreSQL ended by itself; starting it again.');
    const pause = this.#mayRestartPostgres();
    if (pause === null) return this.#giveUp(`PostgreSQL died too often; see ${this.files.cluster}.log`);
    try {
      await sleep(pause);
      await this.#doing(() => this.#startPostgres());
    } catch (fault) {
      if (!(fault instanceof Stopped)) this.#giveUp(fault instanceof Error ? fault.message : String(fault));
    }
    if (this.#url() !== urlBefore) await this.#server?.stop('SIGTERM');
  }

  #url() {
    return this.#postgres?.url;
  }

  #startServer() {
    const entry = this.settings.entry ?? join(this.repository, SERVER_ENTRY);
    const found = { postgres: this.#postgres ?? null, port: this.settings.port, key: this.#key };
    const env = programEnvironment(this.settings, this.repository, found);
    const server = startServer({ entry, env, cwd: this.repository, note: this.files.server });
    this.#server = server;
    void server.exited.then((end) => this.#serverEnded(end));
  }

  /**
   * A server that gives up on its own before it was ever ready has said why, and would only say it again.
   * @param {{ code: number | null, signal: NodeJS.Signals | null }} end
   */
  async #serverEnded({ code, signal }) {
    this.#server = undefined;
    if (this.#stopping) return;
    if (!this.#wasReady && !signal)
      return this.#giveUp(`the server could not start (exit code ${code})`, code || 1);
    const pause = this.#mayRestartServer();
    if (pause === null) return this.#giveUp('the server ended more than five times in a minute');
    log(`The server ended (${signal ?? `exit code ${code}`}); starting it again.`);
    await sleep(pause);
    await this.#step.catch(() => {});
    if (!this.#stopping) this.#startServer();
  }

  /**
   * @param {string} why
   * @param {number} [code]
   */
  #giveUp(why, code = 1) {
    console.error(`hotline: ${why}`);
    this.stop('SIGTERM', code);
  }

  async #greet() {
    const { port } = this.settings;
    if (!(await waitUntilReady(port, () => this.#stopping !== undefined))) return;
    this.#wasReady = true;
    log(
      `12351 职工服务热线已就绪 · ready at http://localhost:${port} (${process.uptime().toFixed(1)} s). Ctrl-C stops it.`,
    );
  }

  /** @param {NodeJS.Signals} signal */
  async #stopAll(signal) {
    await this.#step.catch(() => {});
    await this.#server?.stop(signal);
    // Closed pools give up their sockets a moment after they say so.
    if (this.#postgres) await sleep(100);
    await this.#postgres?.stop();
    this.#releaseLock();
  }
}

/** @param {string} line */
function log(line) {
  console.log(`hotline: ${line}`);
}
