import { between, chance, type Random } from '@hotline/kernel';
import { answer, refuse } from './agent-journey.js';
import type { Board, Call, CallerPlan } from './board.js';
import { arrive } from './caller-journey.js';
import type { Member } from './member.js';
import { addMember, pauseMember } from './sign-in.js';
import { transferBlind } from './transfers.js';

/** Telephones that answer by themselves, so that a board lives when nobody practises. */
export interface Robot {
  readonly interface: string;
  readonly name: string;
  readonly queue: string;
  /** 1 lets people who are signed in be rung first. */
  readonly penalty?: number;
}

export interface ShiftSettings {
  readonly callsPerHour: number;
  readonly queue: string;
  readonly secondQueue?: string;
  readonly robots: readonly Robot[];
  /** 1 to 60: every wait, talk and gap is divided by it; the clock of the switchboard stays the real one. */
  readonly speed: number;
}

/** Sections of Chinese mobile numbers that are in no use (140–149 minus the few that are), so that nobody is called. */
const IDLE_SECTION = '1420';
const BREAKS = ['小休', '用餐', '培训'] as const;
const WRAP_MS: readonly [number, number] = [3_000, 12_000];

/** Callers that come at random, robots that answer: a working day that never ends, the same for the same random source. */
export class Shift {
  private readonly robots: Map<string, Robot>;
  private running = true;

  constructor(
    private readonly board: Board,
    private readonly settings: ShiftSettings,
    private readonly random: Random,
  ) {
    this.robots = new Map(settings.robots.map((robot) => [robot.interface, robot]));
    board.onRing = (member, call) => this.rung(member, call);
    board.onFree = (member) => this.freed(member);
  }

  start(): void {
    for (const robot of this.settings.robots) addMember(this.board, { ...robot, pausedReason: null });
    this.next(this.scaled(1_500));
  }

  /** No more callers; those on the line end in their own time. */
  stop(): void {
    this.running = false;
  }

  private next(delayMs: number): void {
    this.board.agenda.at(this.board.time + delayMs, () => {
      if (!this.running) return;
      arrive(this.board, this.plan());
      const mean = 3_600_000 / this.settings.callsPerHour;
      this.next(this.scaled(Math.min(-Math.log(1 - this.random()) * mean, 4 * mean)));
    });
  }

  /** One caller in twelve leaves in the menu, some give up soon, a few press 1; the rest wait for minutes. */
  private plan(): CallerPlan {
    const { random } = this;
    const holds = chance(random, 0.15);
    const talkMs = this.span(25_000, 150_000);
    return {
      number: chance(random, 0.04) ? 'anonymous' : this.number(),
      queue: this.settings.queue,
      ...(chance(random, 0.08) && { ivrPatienceMs: this.span(500, 2_000) }),
      patienceMs: chance(random, 0.12) ? this.span(2_000, 20_000) : this.span(60_000, 180_000),
      ...(chance(random, 0.04) && { keyMs: this.span(8_000, 20_000) }),
      talkMs,
      endedBy: chance(random, 0.7) ? 'caller' : 'agent',
      ...(holds && { holdAfterMs: Math.floor(talkMs / 3), holdMs: this.span(3_000, 12_000) }),
      ...(this.settings.secondQueue && chance(random, 0.05) && { transferTo: this.settings.secondQueue }),
    };
  }

  private number(): string {
    return `${IDLE_SECTION}${String(between(this.random, 0, 9_999_999)).padStart(7, '0')}`;
  }

  private rung(member: Member, call: Call): void {
    if (!this.robots.has(member.interface)) return;
    const ringing = call.ring;
    const mood = this.random();
    if (mood < 0.05) return;
    const rejected = mood < 0.08;
    this.board.later(call, this.span(rejected ? 1_000 : 1_500, rejected ? 3_000 : 5_500), () => {
      if (call.ring !== ringing) return;
      if (rejected) return refuse(this.board, call, 'rejected');
      answer(this.board, call);
      this.perhapsTransfer(call);
    });
  }

  private perhapsTransfer(call: Call): void {
    const { transferTo, queue, talkMs } = call.plan;
    if (transferTo && call.queue?.name === queue)
      this.board.later(call, Math.floor(talkMs / 2), () => transferBlind(this.board, call, transferTo));
  }

  private freed(member: Member): void {
    if (!this.robots.has(member.interface)) return;
    const breaks = chance(this.random, 0.04);
    const reason = breaks ? (BREAKS[between(this.random, 0, 2)] ?? '小休') : 'acw';
    pauseMember(this.board, { interface: member.interface, reason });
    const rest = breaks ? this.span(60_000, 240_000) : this.span(...WRAP_MS);
    this.board.agenda.at(this.board.time + rest, () =>
      pauseMember(this.board, { interface: member.interface, reason: null }),
    );
  }

  private span(low: number, high: number): number {
    return this.scaled(between(this.random, low, high));
  }

  private scaled(ms: number): number {
    return Math.round(ms / this.settings.speed);
  }
}
