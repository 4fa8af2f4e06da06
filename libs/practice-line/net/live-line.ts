import { appendFileSync } from 'node:fs';
import { type Random, seededRandom } from '@hotline/kernel';
import { AmiServer, type AmiAccount, type Stage } from './ami-server.js';
import { Board, type BoardSettings, type CallerPlan } from '../domain/board.js';
import { arrive } from '../domain/caller-journey.js';
import { Shift, type ShiftSettings } from '../domain/shift.js';

export interface LineSettings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly account: AmiAccount;
  readonly board: BoardSettings;
  /** Without a shift nobody calls but those who are sent by `call`. */
  readonly shift?: ShiftSettings;
  readonly seed: number;
  /** Where the lines of `queue_log` are appended. */
  readonly queueLog?: string;
  /** Milliseconds since 1970; handed in so that tests may hold it. */
  readonly now: () => number;
  /** How often what is due is looked for; default 20 ms. */
  readonly tickMs?: number;
}

/** A switchboard that plays a working day over real AMI, for practice, demonstration and tests. */
export class LiveLine implements Stage {
  readonly floor;
  private readonly server: AmiServer;
  private readonly random: Random;
  private board: Board;
  private shift: Shift | undefined;
  private ticker: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly settings: LineSettings) {
    this.random = seededRandom(settings.seed);
    this.floor = { outbound: new Map(), speed: settings.shift?.speed ?? 1 };
    this.board = new Board(settings.board, settings.now());
    this.server = new AmiServer(settings.account, this);
  }

  /** @returns the port it listens on */
  async open(): Promise<number> {
    const port = await this.server.listen(this.settings.port, this.settings.host);
    this.begin();
    this.ticker = setInterval(() => this.tick(), this.settings.tickMs ?? 20);
    return port;
  }

  now(): Board {
    this.board.advance(this.settings.now());
    return this.board;
  }

  uptimeSeconds(): number {
    return Math.floor((this.settings.now() - this.board.startedAt) / 1000);
  }

  flush(): void {
    const { frames, log } = this.board.drain();
    if (log.length > 0 && this.settings.queueLog)
      appendFileSync(this.settings.queueLog, `${log.join('\n')}\n`);
    this.server.send(frames);
  }

  /** One more caller, now. */
  call(plan: CallerPlan): string {
    const call = arrive(this.now(), plan);
    this.flush();
    return call.leg.uniqueid;
  }

  /** Does something on the board, then says what it caused. */
  act<T>(doing: (board: Board) => T): T {
    const result = doing(this.now());
    this.flush();
    return result;
  }

  /** The network falls: every connection is cut, the switchboard goes on and writes its log. */
  cut(): void {
    this.server.cut();
  }

  /** The switchboard dies and comes back empty: open calls never end, members are gone, the log goes on. */
  restart(): void {
    this.flush();
    this.shift?.stop();
    this.board.agenda.clear();
    this.server.cut();
    this.floor.outbound.clear();
    this.board = new Board(this.settings.board, this.settings.now());
    this.begin();
  }

  async close(): Promise<void> {
    clearInterval(this.ticker);
    this.shift?.stop();
    await this.server.close();
  }

  private begin(): void {
    if (!this.settings.shift) return;
    this.shift = new Shift(this.board, this.settings.shift, this.random);
    this.shift.start();
  }

  private tick(): void {
    this.now();
    this.flush();
  }
}
