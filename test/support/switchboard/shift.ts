import { between, chance, type Random } from '@hotline/kernel';
import { type AfterQueue, type Member, QueueApp, type QueueSettings, type Stay } from './queue-app.js';
import { type Talk, Talks } from './talk.js';
import { Truth } from './truth.js';
import { type Channel, Wire } from './wire.js';

export interface ShiftOptions {
  calls: number;
  main: string;
  second: string;
  dialled: string;
  ringall?: boolean;
  announce?: boolean;
  local?: boolean;
  transfers?: boolean;
  restartAtS?: number;
  outageAtS?: number;
  timestamps?: boolean;
  system?: string;
  /** the dialplan writes the queues' names so */
  spelled?: string;
  /** how often a colleague fetches a ringing call */
  pickup?: number;
  /** every third call comes over a trunk whose dialplan lacks our lines */
  bareTrunk?: boolean;
  /** agents leave and enter queues, paused and in talks */
  churn?: boolean;
  /** the machine's clock is set by so many seconds */
  clockStep?: { atS: number; byS: number };
}

/** A random shift of a small hotline, and what a person who watched it would have written down. */
export class RandomShift {
  readonly truth = new Truth();
  readonly wire: Wire;
  readonly members: Member[];
  readonly #app: QueueApp;
  readonly #talks: Talks;
  readonly #first: QueueSettings;
  readonly #second: QueueSettings;

  constructor(
    readonly random: Random,
    readonly options: ShiftOptions,
  ) {
    this.wire = new Wire(random, options.system);
    this.wire.timestamps = options.timestamps ?? true;
    const announceS = options.announce ? 3 : 0;
    const shape = { ringS: 9, retryS: 1, limitS: 45, ringall: options.ringall ?? false, announceS };
    const spelled = options.spelled ?? options.main;
    this.#first = { ...shape, name: options.main, spelled, maxlen: 4 };
    this.#second = { ...shape, name: options.second, maxlen: 3, limitS: 25 };
    this.members = [1, 2, 3, 4].map((n) => this.member(n));
    this.#app = new QueueApp(this.wire, this.truth, this.members, random);
    this.#app.pickup = options.pickup ?? 0;
    this.#talks = new Talks(this.wire, this.#app, random);
    this.#talks.after = (talk) => this.plan(talk);
    this.signIn();
    for (let n = 0; n < options.calls; n += 1)
      this.wire.after(3 + n * 5 + random() * 5, () => this.arrive(), true);
    const lasts = options.calls * 5;
    for (let at = 8; at < lasts; at += 17) this.wire.after(at + random(), () => this.breather());
    for (let at = 11; at < lasts; at += 23) this.wire.after(at, () => this.otherTraffic());
    const { clockStep, churn } = options;
    if (churn) for (let at = 9; at < lasts; at += 13) this.wire.after(at, () => this.comesAndGoes());
    if (clockStep) this.wire.after(clockStep.atS, () => (this.wire.offUs += clockStep.byS * 1_000_000), true);
    if (options.restartAtS) this.wire.after(options.restartAtS, () => this.restart(), true);
    if (options.outageAtS) this.wire.after(options.outageAtS, () => this.outage(), true);
    this.wire.run();
  }

  private member(n: number): Member {
    const device = this.options.local ? `Local/800${n}@agents${n % 2 === 0 ? '/n' : ''}` : `PJSIP/800${n}`;
    const queues =
      n < 3
        ? [this.options.main]
        : n === 3
          ? [this.options.main, this.options.second]
          : [this.options.second];
    return { name: `坐席 800${n}`, device, queues, busy: false, paused: null };
  }

  private signIn(): void {
    for (const member of this.members)
      for (const queue of member.queues) {
        this.truth.agent(member.name);
        this.moved(member, queue, 'Added');
      }
  }

  private arrive(): void {
    const { wire, random, options } = this;
    const number =
      ['19911112222', '+8613800138000', 'anonymous', '075512345678'][between(random, 0, 3)] ?? '';
    if ((options.bareTrunk ?? false) && chance(random, 0.33)) return this.arriveBare(number);
    const channel = wire.channel('PJSIP/trunk', number, 'from-trunk', options.dialled);
    this.truth.arrived += 1;
    wire.user(channel, 'HotlineArrive', { CallLinkedid: channel.id, Caller: number, Dnis: options.dialled });
    wire.emit('Newstate', wire.of(channel), { ChannelState: 6 });
    if (chance(random, 0.1)) {
      wire.after(0.3 + random() * 2, () => {
        this.truth.hungUpInIvr += 1;
        wire.emit('HangupRequest', wire.of(channel));
        wire.emit('SoftHangupRequest', wire.of(channel), { Cause: 16 });
        wire.hangup(channel, 0);
      });
      return;
    }
    wire.after(2.5, () => this.queue(channel, this.#first));
  }

  /** Over the other trunk: who hangs up in the menu, or is refused, is seen by nobody. */
  private arriveBare(number: string): void {
    const channel = this.wire.channel('PJSIP/carrier-b', number, 'from-carrier', '88812351');
    channel.bare = true;
    if (chance(this.random, 0.15)) return this.goodbye(channel);
    this.wire.after(1.5, () => {
      if (this.queue(channel, this.#first)) this.truth.arrived += 1;
    });
  }

  /** An agent leaves all his queues, whatever he does, and is back some seconds later, not paused. */
  private comesAndGoes(): void {
    const member = this.members[between(this.random, 0, 3)] as Member;
    const queues = member.queues;
    if (queues.length === 0) return;
    for (const queue of queues) this.moved(member, queue, 'Removed');
    Object.assign(member, { queues: [], paused: null });
    this.wire.after(2.5, () => {
      for (const queue of queues) this.moved(member, queue, 'Added');
      Object.assign(member, { queues, came: (member.came ?? 0) + 1 });
    });
  }

  private moved({ name, device }: Member, queue: string, how: 'Added' | 'Removed'): void {
    this.wire.log('MANAGER', queue, name, how === 'Added' ? 'ADDMEMBER' : 'REMOVEMEMBER', '');
    const who = { Queue: queue, MemberName: name, Interface: device, Paused: 0 };
    this.wire.emit(`QueueMember${how}`, who);
  }

  /** The caller is put into a queue by the dialplan. */
  private queue(channel: Channel, queue: QueueSettings): boolean {
    const then: AfterQueue = {
      connected: (stay, ring) => this.plan(this.#talks.begin(stay, ring)),
      left: (stay, how) => this.afterQueue(stay, how),
    };
    const stay = this.#app.join(channel, queue, then, chance(this.random, 0.03) ? 'JOINEMPTY' : null);
    if (!stay) {
      this.goodbye(channel);
      return false;
    }
    const luck = this.random();
    if (luck < 0.25) this.wire.after(1 + this.random() * 20, () => this.#app.giveUp(stay));
    else if (luck < 0.32) this.wire.after(2 + this.random() * 20, () => this.#app.key(stay, '1'));
    else if (luck < 0.36) this.wire.after(2 + this.random() * 9, () => this.#app.withdraw(stay));
    else if (luck < 0.4) this.wire.after(2 + this.random() * 9, () => this.#app.leaveEmpty(stay));
    return true;
  }

  private afterQueue(stay: Stay, how: string): void {
    const onward = how === 'limit' && stay.queue === this.#first && chance(this.random, 0.5);
    if (onward) this.queue(stay.channel, this.#second);
    else this.goodbye(stay.channel);
  }

  private goodbye(channel: Channel): void {
    this.wire.after(3, () => {
      this.wire.emit('SoftHangupRequest', this.wire.of(channel), { Cause: 16 });
      this.wire.hangup(channel);
    });
  }

  private plan(talk: Talk): void {
    const { wire, random } = this;
    const talks = this.#talks;
    if (chance(random, 0.3)) {
      wire.after(1 + random() * 3, () => talks.hold(talk));
      wire.after(4.5 + random() * 4, () => talks.resume(talk));
    }
    const end = 5 + random() * 25;
    const luck = random();
    if (!(this.options.transfers ?? true) || luck < 0.6)
      wire.after(end, () => (luck < 0.35 ? talks.callerEnds(talk) : talks.agentEnds(talk)));
    else if (luck < 0.67)
      wire.after(end, () =>
        talks.blind(talk, '9200', () => void this.queue(talk.stay.channel, this.#second)),
      );
    else if (luck < 0.71)
      wire.after(end, () => talks.blind(talk, '9100', () => void this.queue(talk.stay.channel, this.#first)));
    else if (luck < 0.77)
      wire.after(end, () => talks.blind(talk, '8077', () => this.goodbye(talk.stay.channel)));
    else this.consult(talk, end, luck);
  }

  private consult(talk: Talk, end: number, luck: number): void {
    const other = talk.stay.queue === this.#first ? this.#second : this.#first;
    this.wire.after(end, () => {
      if (talk.over) return;
      if (luck < 0.85) this.#talks.consultColleague(talk, 3 + this.random() * 6);
      else this.#talks.consultQueue(talk, other, 3 + this.random() * 4, luck > 0.93);
    });
    this.wire.after(end + 60, () => this.#talks.callerEnds(talk));
  }

  /** A break: one for all queues of the agent; wrap-up on top of it, after which the break goes on, is no second one. */
  private breather(): void {
    const member = this.members[between(this.random, 0, 3)] as Member;
    if (member.paused !== null || member.queues.length === 0) return;
    const reason = ['用餐', '小休', 'acw'][between(this.random, 0, 2)] ?? '';
    const { pauses } = this.truth.agent(member.name);
    pauses[reason] = (pauses[reason] ?? 0) + 1;
    this.pause(member, reason);
    const { queues } = member;
    if (this.options.churn) return this.endBreak(member, queues);
    if (reason !== 'acw' && chance(this.random, 0.5)) {
      this.wire.after(2.2, () => {
        pauses.acw = (pauses.acw ?? 0) + 1;
        this.pause(member, 'acw');
      });
      this.wire.after(4.7, () => this.pause(member, reason));
    }
    this.wire.after(7.4, () => this.pause(member, null));
  }

  /** Where agents come and go, a break may be over before its end: the queue forgets a member with his pause. */
  private endBreak(member: Member, queues: string[]): void {
    const came = member.came;
    this.wire.after(7.4, () => {
      if (member.queues === queues && member.came === came) this.pause(member, null);
    });
  }

  private pause(member: Member, reason: string | null): void {
    member.paused = reason;
    const word = reason === null ? 'UNPAUSE' : 'PAUSE';
    this.wire.log('NONE', 'NONE', member.name, `${word}ALL`, reason ?? '');
    for (const queue of member.queues) {
      this.wire.log('NONE', queue, member.name, word, reason ?? '');
      const who = { Queue: queue, MemberName: member.name, Interface: member.device };
      const paused = { Paused: reason === null ? 0 : 1, PausedReason: reason ?? '' };
      this.wire.emit('QueueMemberPause', who, paused);
    }
  }

  /** Agents dial out and call each other: none of it is a call to the hotline. */
  private otherTraffic(): void {
    const { wire } = this;
    const out = wire.channel('PJSIP/8001', '8001', 'agents', '19900009999');
    const trunk = wire.channel('PJSIP/trunk', '19900009999', 'from-trunk', 's', out.linked);
    wire.emit('DialBegin', wire.of(out), wire.of(trunk, 'Dest'));
    wire.emit('DialEnd', wire.of(out), wire.of(trunk, 'Dest'), { DialStatus: 'ANSWER' });
    wire.emit('Hold', wire.of(out));
    wire.after(2, () => {
      wire.emit('Unhold', wire.of(out));
      this.#talks.drop([out, trunk], true);
    });
    const inside = wire.channel('PJSIP/8002', '8002', 'agents', '8003');
    wire.after(3, () => this.#talks.drop([inside], true));
  }

  private restart(): void {
    this.wire.crash(15);
    this.#app.waiting.splice(0);
    for (const member of this.members) Object.assign(member, { busy: false, paused: null });
    this.wire.connect();
    this.signIn();
  }

  private outage(): void {
    this.wire.cut();
    this.wire.after(20, () => this.wire.connect(), true);
  }
}
