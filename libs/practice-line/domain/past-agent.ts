import { between, chance, type Random } from '@hotline/kernel';
import { answer, refuse } from './agent-journey.js';
import type { Board, Call } from './board.js';
import { type Member, memberFields } from './member.js';
import { addMember, pauseMember, removeMember } from './sign-in.js';

/** A stretch at the line; ms since 1970. */
export interface PastShift {
  readonly from: number;
  readonly to: number;
  readonly breaks: readonly { readonly at: number; readonly lengthMs: number; readonly reason: string }[];
}

/** Who sat at a telephone on a day that is over, and how he works. */
export interface PastAgent {
  readonly interface: string;
  readonly name: string;
  readonly queue: string;
  readonly penalty: number;
  readonly shifts: readonly PastShift[];
  /** Between the first ring and the answer, ms. */
  readonly answerMs: readonly [number, number];
  readonly wrapMs: readonly [number, number];
  /** Share of rings he does not take, or presses away. */
  readonly deaf: number;
  readonly rejects: number;
}

/** One agent's day on a board: he comes, goes on breaks when his telephone is free, writes calls up, and leaves after the last. */
export class AtTheLine {
  private due: { reason: string; lengthMs: number } | 'leave' | null = null;

  constructor(
    private readonly board: Board,
    private readonly agent: PastAgent,
    private readonly random: Random,
  ) {}

  /** Puts the rest of his day on the agenda, from the board's time on; what has begun already begins now. */
  begin(): void {
    const { agenda, time } = this.board;
    for (const { from, to, breaks } of this.agent.shifts) {
      if (to <= time) continue;
      agenda.at(Math.max(from, time), () => this.come());
      for (const { at, ...pause } of breaks)
        if (at > time) agenda.at(at, () => this.wish({ reason: pause.reason, lengthMs: pause.lengthMs }));
      agenda.at(to, () => this.wish('leave'));
    }
  }

  rung(call: Call): void {
    const { board, agent, random } = this;
    const ringing = call.ring;
    const mood = random();
    if (mood < agent.deaf && call.plan.rings !== agent.interface) return;
    const rejected = mood > 1 - agent.rejects && call.plan.rings !== agent.interface;
    const within = call.plan.answerMs ?? between(random, ...agent.answerMs);
    board.later(call, rejected ? between(random, 1_000, 3_000) : within, () => {
      if (call.ring !== ringing) return;
      if (rejected) refuse(board, call, 'rejected');
      else answer(board, call);
    });
  }

  /** The talk is over: it is written up, and then comes what waited for it. */
  freed(): void {
    this.pause('acw');
    const wrap = chance(this.random, 0.08) ? 90_000 : between(this.random, ...this.agent.wrapMs);
    this.board.agenda.at(this.board.time + wrap, () => this.next());
  }

  private get member(): Member | undefined {
    return this.board.members.get(this.agent.interface);
  }

  private come(): void {
    this.due = null;
    addMember(this.board, { ...this.agent, pausedReason: null });
  }

  private wish(what: NonNullable<AtTheLine['due']>): void {
    const { member } = this;
    if (!member) return;
    if (this.due !== 'leave') this.due = what;
    if (!member.leg && member.pausedReason === null) this.next();
  }

  private next(): void {
    const { due, member } = this;
    if (!member) return;
    this.due = null;
    if (due === 'leave') {
      this.leave(member);
    } else if (due) {
      this.pause(due.reason);
      this.board.agenda.at(this.board.time + due.lengthMs, () => this.next());
    } else this.pause(null);
  }

  /** He ends his pause in going: nobody is offered to him any more, and no pause outlives his place on the queue. */
  private leave(member: Member): void {
    const { board, agent } = this;
    if (member.pausedReason !== null) {
      member.pausedReason = null;
      board.emit('QueueMemberPause', memberFields(member, agent.queue));
    }
    removeMember(board, agent.interface, agent.queue);
  }

  private pause(reason: string | null): void {
    pauseMember(this.board, { interface: this.agent.interface, reason });
  }
}
