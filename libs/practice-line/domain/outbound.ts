import { bridge, offerEverywhere, release, unbridge } from './agent-journey.js';
import type { Board } from './board.js';
import { type Field, type Leg, legFields } from './frames.js';
import { isFree, type Member } from './member.js';

/** What becomes of a dialled number; cause and status in the words of Asterisk (Q.850, `DialStatus`). */
const FATES = {
  answered: { status: 'ANSWER', cause: 16, words: 'Normal Clearing' },
  'no-answer': { status: 'NOANSWER', cause: 19, words: 'User alerting, no answer' },
  busy: { status: 'BUSY', cause: 17, words: 'User busy' },
  off: { status: 'CHANUNAVAIL', cause: 20, words: 'Subscriber absent' },
} as const;
export type Fate = keyof typeof FATES;

const BY_LAST_DIGIT: Readonly<Record<string, Fate>> = { 7: 'no-answer', 8: 'busy', 9: 'off' };

/** So that every end can be practised at will: numbers ending in 7 are not answered, in 8 busy, in 9 switched off. */
export const fateOf = (number: string): Fate => BY_LAST_DIGIT[number.slice(-1)] ?? 'answered';

/** An agent's own call: his telephone rings first, then the other side's (`Originate`). Times in ms. */
export interface DialPlan {
  readonly number: string;
  /** The id its leg is to have (`ChannelId`); else one of the switchboard's own. */
  readonly id?: string;
  /** Where the leg goes on once it is taken (`Context`). */
  readonly context?: string;
  /** null: his own telephone is not taken. */
  readonly pickUpMs: number | null;
  /** How long his own telephone rings at most. */
  readonly timeoutMs: number;
  readonly fate: Fate;
  /** The other side rings so long before it answers, or the network says that it does not. */
  readonly otherMs: number;
  readonly talkMs: number;
}

export interface OutboundCall {
  readonly member: Member;
  readonly own: Leg;
  /** Ends the call from the agent's side. */
  hangUp(): void;
  /** The hold key; pressed once more it takes the other side back. @returns false when nobody is there to be held */
  hold(): boolean;
}

/** @returns undefined when the telephone is not free, or the id is in use; nothing has happened then */
export function dial(
  board: Board,
  member: Member,
  plan: DialPlan,
  ended: () => void,
): OutboundCall | undefined {
  if (!isFree({ ...member, pausedReason: null }) || (plan.id && board.legs.has(plan.id))) return undefined;
  const extension = member.interface.replace('PJSIP/', '');
  const own = board.newLeg(extension, extension, 0, { id: plan.id, context: 'agents' });
  const course = new Course(board, member, own, plan, ended);
  course.ring();
  return course;
}

class Course implements OutboundCall {
  private other: Leg | null = null;
  private bridgeId = '';
  private onHold = false;
  private over = false;

  constructor(
    private readonly board: Board,
    readonly member: Member,
    readonly own: Leg,
    private readonly plan: DialPlan,
    private readonly ended: () => void,
  ) {}

  ring(): void {
    const { board, member, own, plan } = this;
    member.leg = own;
    member.ringing = true;
    board.emit('DialBegin', [...legFields(own, 'Dest'), ['DialString', member.interface]]);
    board.setState(own, 5);
    board.sayStatus(member);
    if (plan.pickUpMs !== null && plan.pickUpMs < plan.timeoutMs)
      this.later(plan.pickUpMs, () => this.pickUp());
    else this.later(plan.timeoutMs, () => this.notTaken());
  }

  private later(ms: number, run: () => void): void {
    this.board.agenda.at(this.board.time + ms, () => {
      if (!this.over) run();
    });
  }

  private notTaken(): void {
    this.board.emit('DialEnd', [...legFields(this.own, 'Dest'), ['DialStatus', 'NOANSWER']]);
    this.close([19, 'User alerting, no answer']);
  }

  private pickUp(): void {
    const { board, own, plan } = this;
    this.member.ringing = false;
    board.setState(own, 6);
    board.emit('DialEnd', [...legFields(own, 'Dest'), ['DialStatus', 'ANSWER']]);
    own.context = plan.context ?? 'agents';
    own.exten = plan.number;
    board.sayStatus(this.member);
    const other = board.newLeg('trunk', plan.number, 0, { linkedid: own.linkedid, context: 'from-trunk' });
    this.other = other;
    board.emit('DialBegin', [...this.lines(other), ['DialString', `${plan.number}@trunk`]]);
    if (plan.fate !== 'off') {
      board.setState(other, 5);
      board.emit('DialState', [...this.lines(other), ['DialStatus', 'RINGING']]);
    }
    this.later(plan.otherMs, () => (plan.fate === 'answered' ? this.answered() : this.refused()));
  }

  private refused(): void {
    if (!this.other) return;
    const { status, cause, words } = FATES[this.plan.fate];
    this.board.hangUp(this.other, cause, words);
    this.board.emit('DialEnd', [...this.lines(this.other), ['DialStatus', status]]);
    this.other = null;
    this.close([cause, words]);
  }

  private answered(): void {
    const { board, other } = this;
    if (!other) return;
    board.setState(other, 6);
    board.emit('DialEnd', [...this.lines(other), ['DialStatus', 'ANSWER']]);
    board.userEvent('HotlineRecording', this.own, [['File', `practice/${this.own.uniqueid}.wav`]]);
    this.bridgeId = board.newBridgeId();
    bridge(board, [other, this.own], this.bridgeId);
    this.later(this.plan.talkMs, () => this.hangUp());
  }

  hold(): boolean {
    const { board, other, own, member } = this;
    if (this.over || !other || !this.bridgeId) return false;
    this.onHold = !this.onHold;
    member.onHold = this.onHold;
    board.emit(this.onHold ? 'Hold' : 'Unhold', legFields(own));
    board.emit(this.onHold ? 'MusicOnHoldStart' : 'MusicOnHoldStop', legFields(other));
    board.sayStatus(member);
    return true;
  }

  hangUp(): void {
    if (this.over) return;
    const { board, own, other } = this;
    board.emit('HangupRequest', legFields(own));
    if (other && this.bridgeId) unbridge(board, [own, other], this.bridgeId);
    else if (other) board.emit('DialEnd', [...this.lines(other), ['DialStatus', 'CANCEL']]);
    if (other) board.hangUp(other);
    this.close([16, 'Normal Clearing']);
  }

  private close(cause: readonly [number, string]): void {
    this.over = true;
    release(this.board, this.member, this.own, cause);
    this.board.onFree(this.member);
    this.ended();
    offerEverywhere(this.board);
  }

  private lines(other: Leg): Field[] {
    return [...legFields(this.own), ...legFields(other, 'Dest')];
  }
}
