import { Agenda } from './agenda.js';
import { type Field, type Frame, type Leg, legFields, type LegState } from './frames.js';
import { deviceWord, type Member, memberFields, memberStatus } from './member.js';

/** A queue as `queues.conf` would say it; times in ms. */
export interface QueueSettings {
  readonly name: string;
  readonly ringMs: number;
  readonly retryMs: number;
  readonly limitMs: number;
  readonly mostWaiting: number;
  readonly serviceSeconds: number;
}

export interface BoardSettings {
  readonly number: string;
  readonly ivrMs: number;
  readonly queues: readonly QueueSettings[];
}

/** What a practice caller does, decided before he calls; times in ms. */
export interface CallerPlan {
  /** Digits, or `anonymous` for a withheld number. */
  readonly number: string;
  readonly queue: string;
  /** Hangs up inside the voice menu after this long. */
  readonly ivrPatienceMs?: number;
  /** Gives up waiting after this long. */
  readonly patienceMs: number;
  /** Presses 1 to be called back after this long in the queue. */
  readonly keyMs?: number;
  readonly talkMs: number;
  readonly endedBy: 'caller' | 'agent';
  readonly holdAfterMs?: number;
  readonly holdMs?: number;
  readonly transferTo?: string;
  /** From his arrival on; only where he talks by then. */
  readonly transferAfterMs?: number;
  /** The telephone that rings for him as long as it is free. */
  readonly rings?: string;
  /** How long a telephone rings until it is taken. */
  readonly answerMs?: number;
}

/** What a leg is made with, where it is not a caller's from outside. */
export interface NewLeg {
  /** given by whoever ordered it (`ChannelId`) */
  readonly id?: string | undefined;
  /** the call it is made for */
  readonly linkedid?: string;
  readonly context?: string;
}

/** A caller's way through the switchboard. */
export interface Call {
  readonly leg: Leg;
  readonly plan: CallerPlan;
  readonly takeBack: Set<() => void>;
  queue?: QueueSettings;
  joinedAt: number;
  positionAtJoin: number;
  ring?: { readonly member: Member; readonly leg: Leg; readonly at: number };
  talk?: { readonly member: Member; readonly leg: Leg; readonly at: number; readonly bridgeId: string };
  onHold: boolean;
}

export interface Counters {
  completed: number;
  abandoned: number;
  within: number;
  holdSeconds: number;
  talkSeconds: number;
}

/**
 * The state of a small switchboard and its two mouths: AMI frames and lines of `queue_log`. Time is given from outside; what
 * happens is decided by the functions of `caller-journey`, `agent-journey` and `outbound`.
 */
export class Board {
  readonly agenda = new Agenda();
  readonly members = new Map<string, Member>();
  readonly calls = new Map<string, Call>();
  readonly legs = new Map<string, Leg>();
  readonly counters = new Map<string, Counters>();
  onRing: (member: Member, call: Call) => void = () => undefined;
  onFree: (member: Member) => void = () => undefined;
  time: number;
  private lastFrameAt = 0;
  private made = 0;
  private frames: Frame[] = [];
  private log: string[] = [];

  constructor(
    readonly settings: BoardSettings,
    readonly startedAt: number,
  ) {
    this.time = startedAt;
    this.note('NONE', 'NONE', 'NONE', 'QUEUESTART');
    for (const queue of settings.queues)
      this.counters.set(queue.name, {
        completed: 0,
        abandoned: 0,
        within: 0,
        holdSeconds: 0,
        talkSeconds: 0,
      });
  }

  /** Runs everything that is due by `now`, in order. */
  advance(now: number): void {
    for (let entry = this.agenda.due(now); entry; entry = this.agenda.due(now)) {
      this.time = Math.max(this.time, entry.at);
      entry.run();
    }
    this.time = Math.max(this.time, now);
  }

  /** Something a call will do; forgotten when the call ends or moves on. */
  later(call: Call, delayMs: number, run: () => void): void {
    const takeBack = this.agenda.at(this.time + delayMs, () => {
      call.takeBack.delete(takeBack);
      run();
    });
    call.takeBack.add(takeBack);
  }

  forget(call: Call): void {
    for (const takeBack of call.takeBack) takeBack();
    call.takeBack.clear();
  }

  /** Events of one moment stand some microseconds apart, as a real PBX stamps them. */
  emit(event: string, fields: readonly Field[]): void {
    this.lastFrameAt = Math.max(this.time, this.lastFrameAt + 0.009);
    this.frames.push({ event, at: this.lastFrameAt, fields });
  }

  userEvent(name: string, leg: Leg, fields: readonly Field[]): void {
    this.emit('UserEvent', [
      ...legFields(leg),
      ['UserEvent', name],
      ['CallUniqueid', leg.uniqueid],
      ...fields,
    ]);
  }

  /** A line of `queue_log`: epoch|call|queue|agent|event|data… */
  note(callId: string, queue: string, agent: string, event: string, ...rest: (string | number)[]): void {
    const words = rest.length === 0 ? [''] : rest;
    this.log.push([Math.floor(this.time / 1000), callId, queue, agent, event, ...words].join('|'));
  }

  drain(): { frames: Frame[]; log: string[] } {
    const out = { frames: this.frames, log: this.log };
    this.frames = [];
    this.log = [];
    return out;
  }

  newLeg(endpoint: string, callerNum: string, state: LegState, made: NewLeg = {}): Leg {
    const { linkedid } = made;
    const number = this.made;
    this.made += 1;
    const uniqueid = made.id ?? `${Math.floor(this.time / 1000)}.${number}`;
    const leg: Leg = {
      channel: `PJSIP/${endpoint}-${number.toString(16).padStart(8, '0')}`,
      uniqueid,
      linkedid: linkedid ?? uniqueid,
      callerNum,
      connectedNum: '<unknown>',
      state,
      context: made.context ?? (linkedid ? 'agents' : 'from-trunk'),
      exten: linkedid || made.context ? 's' : this.settings.number,
      priority: 1,
      bornAt: this.time,
      application: '',
      bridgeId: '',
    };
    this.legs.set(leg.uniqueid, leg);
    this.emit('Newchannel', legFields(leg));
    return leg;
  }

  newBridgeId(): string {
    this.made += 1;
    return `00000000-0000-4000-8000-${Math.floor(this.startedAt).toString(16).slice(-6)}${this.made.toString(16).padStart(6, '0')}`;
  }

  setState(leg: Leg, state: LegState): void {
    leg.state = state;
    this.emit('Newstate', legFields(leg));
  }

  hangUp(leg: Leg, cause = 16, words = 'Normal Clearing'): void {
    this.legs.delete(leg.uniqueid);
    this.emit('Hangup', [...legFields(leg), ['Cause', cause], ['Cause-txt', words]]);
  }

  /** Says the member's state in each of his queues, and his telephone's. */
  sayStatus(member: Member): void {
    this.emit('DeviceStateChange', [
      ['Device', member.interface],
      ['State', deviceWord(memberStatus(member))],
    ]);
    for (const queue of member.queues) this.emit('QueueMemberStatus', memberFields(member, queue));
  }

  waiting(queue: string): Call[] {
    return [...this.calls.values()]
      .filter((call) => call.queue?.name === queue && !call.talk)
      .sort((one, other) => one.joinedAt - other.joinedAt);
  }

  queue(name: string): QueueSettings | undefined {
    return this.settings.queues.find((queue) => queue.name === name);
  }
}
