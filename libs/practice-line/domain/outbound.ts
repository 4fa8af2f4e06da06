import { bridge, offerEverywhere, release, unbridge } from './agent-journey.js';
import type { Board } from './board.js';
import { type Field, type Leg, legFields } from './frames.js';
import { isFree, type Member } from './member.js';

/** An agent's own call: his telephone rings first, then the other side's (`Originate`). Times in ms. */
export interface DialPlan {
  readonly number: string;
  readonly pickUpMs: number;
  readonly otherAnswersMs: number;
  readonly talkMs: number;
}

export interface OutboundCall {
  readonly member: Member;
  readonly own: Leg;
  /** Ends the call from the agent's side. */
  hangUp(): void;
}

/** @returns undefined when the telephone is not free; nothing has happened then */
export function dial(
  board: Board,
  member: Member,
  plan: DialPlan,
  ended: () => void,
): OutboundCall | undefined {
  if (!isFree({ ...member, pausedReason: null })) return undefined;
  const own = board.newLeg(member.interface.replace('PJSIP/', ''), member.interface.replace('PJSIP/', ''), 5);
  own.context = 'agents';
  own.exten = plan.number;
  member.leg = own;
  member.ringing = true;
  board.sayStatus(member);
  const course = new Course(board, member, own, plan, ended);
  board.agenda.at(board.time + plan.pickUpMs, () => course.pickUp());
  return course;
}

class Course implements OutboundCall {
  private other: Leg | null = null;
  private bridgeId = '';
  private over = false;

  constructor(
    private readonly board: Board,
    readonly member: Member,
    readonly own: Leg,
    private readonly plan: DialPlan,
    private readonly ended: () => void,
  ) {}

  pickUp(): void {
    if (this.over) return;
    this.member.ringing = false;
    this.board.setState(this.own, 6);
    this.board.sayStatus(this.member);
    const other = this.board.newLeg('trunk', this.plan.number, 0, this.own.linkedid);
    this.other = other;
    this.board.emit('DialBegin', [...this.lines(other), ['DialString', `${this.plan.number}@trunk`]]);
    this.board.setState(other, 5);
    this.board.emit('DialState', [...this.lines(other), ['DialStatus', 'RINGING']]);
    this.board.agenda.at(this.board.time + this.plan.otherAnswersMs, () => this.answered());
  }

  private answered(): void {
    const other = this.other;
    if (this.over || !other) return;
    this.board.setState(other, 6);
    this.board.emit('DialEnd', [...this.lines(other), ['DialStatus', 'ANSWER']]);
    this.bridgeId = this.board.newBridgeId();
    bridge(this.board, [other, this.own], this.bridgeId);
    this.board.agenda.at(this.board.time + this.plan.talkMs, () => this.hangUp());
  }

  hangUp(): void {
    if (this.over) return;
    this.over = true;
    const { other } = this;
    this.board.emit('HangupRequest', legFields(this.own));
    if (other && this.bridgeId) unbridge(this.board, [this.own, other], this.bridgeId);
    else if (other) this.board.emit('DialEnd', [...this.lines(other), ['DialStatus', 'CANCEL']]);
    if (other) this.board.hangUp(other);
    release(this.board, this.member, this.own, [16, 'Normal Clearing']);
    this.board.onFree(this.member);
    this.ended();
    offerEverywhere(this.board);
  }

  private lines(other: Leg): Field[] {
    return [...legFields(this.own), ...legFields(other, 'Dest')];
  }
}
