import { between, chance, type Random } from '@hotline/kernel';
import { type Truth, type TrueVisit } from './truth.js';
import { type Channel, type Fields, secondOf, type Wire } from './wire.js';

export interface QueueSettings {
  name: string;
  /** how the dialplan writes the name; the case may be another */
  spelled?: string;
  ringS: number;
  retryS: number;
  /** the dialplan's limit of waiting */
  limitS: number;
  maxlen: number;
  ringall: boolean;
  /** `announce`: played to the agent before the two are joined */
  announceS: number;
}

export interface Member {
  name: string;
  device: string;
  queues: string[];
  busy: boolean;
  paused: string | null;
  /** how often he came back */
  came?: number;
}

interface Ring {
  member: Member;
  leg: Channel;
  on: boolean;
}

/** One caller in one queue, as `queue_ent` is. */
export interface Stay {
  queue: QueueSettings;
  channel: Channel;
  visit: TrueVisit;
  startUs: number;
  position: number;
  rings: Ring[];
  ringFromUs: number;
  /** an agent has picked up and hears the announcement */
  taken: Ring | null;
  over: boolean;
  then: AfterQueue;
}

/** What the dialplan (or the consulting agent) does when `Queue()` is done with the caller. */
export interface AfterQueue {
  connected: (stay: Stay, ring: { member: Member; leg: Channel }) => void;
  left: (stay: Stay, how: 'limit' | 'key' | 'empty' | 'withdrawn') => void;
}

/** `app_queue.c` of Asterisk 22 as its source reads: what it says on the manager interface and in `queue_log`, in its order. */
export class QueueApp {
  readonly waiting: Stay[] = [];
  /** how often a colleague fetches a ringing call */
  pickup = 0;

  constructor(
    readonly wire: Wire,
    readonly truth: Truth,
    readonly members: Member[],
    readonly random: Random,
  ) {}

  /** Our dialplan's own lines, where it has them. */
  private say(channel: Channel, event: string, queue: QueueSettings, more: Fields = {}): void {
    if (!channel.bare) this.wire.user(channel, event, { ...more, Queue: queue.spelled ?? queue.name });
  }

  /** @returns null where the queue took nobody; nothing but our own dialplan speaks of that */
  join(channel: Channel, queue: QueueSettings, then: AfterQueue, refuse: string | null = null): Stay | null {
    this.say(channel, 'HotlineToQueue', queue);
    const inside = this.waiting.filter((stay) => stay.queue.name === queue.name).length;
    const status = refuse ?? (inside >= queue.maxlen ? 'FULL' : null);
    if (status) {
      // Without a word of the dialplan nobody can know.
      if (!channel.bare) this.truth.visit(queue.name, status === 'FULL' ? 'full' : 'refused_empty');
      this.say(channel, 'HotlineQueueExit', queue, { QueueStatus: status });
      return null;
    }
    const startUs = this.wire.wallUs;
    const position = inside + 1;
    const at = { Queue: queue.name, Position: position, Count: position };
    this.wire.emit('QueueCallerJoin', this.wire.of(channel), at);
    const visit = this.truth.visit(queue.name);
    visit.joinedUs = this.wire.us;
    this.wire.log(
      channel.id,
      queue.spelled ?? queue.name,
      'NONE',
      'ENTERQUEUE',
      '',
      channel.number,
      position,
    );
    this.wire.emit('MusicOnHoldStart', this.wire.of(channel), { Class: 'default' });
    const stay: Stay = {
      queue,
      channel,
      visit,
      startUs,
      position,
      rings: [],
      ringFromUs: 0,
      taken: null,
      over: false,
      then,
    };
    this.waiting.push(stay);
    this.wire.after(0.0004, () => this.attempt(stay));
    this.wire.after(queue.limitS, () => this.limit(stay));
    return stay;
  }

  waited(stay: Stay): number {
    return secondOf(this.wire.wallUs) - secondOf(stay.startUs);
  }

  private free(queue: string): Member[] {
    return this.members.filter((one) => one.queues.includes(queue) && !one.busy && one.paused === null);
  }

  private attempt(stay: Stay): void {
    if (stay.over || stay.taken || stay.rings.some((ring) => ring.on)) return;
    const free = this.free(stay.queue.name);
    if (free.length === 0) {
      this.wire.after(stay.queue.retryS, () => this.attempt(stay));
      return;
    }
    const chosen = stay.queue.ringall ? free : [free[between(this.random, 0, free.length - 1)] as Member];
    stay.rings = [];
    stay.ringFromUs = this.wire.wallUs;
    for (const member of chosen) this.ring(stay, member);
    const mine = stay.rings;
    this.wire.after(stay.queue.ringS, () => {
      if (stay.rings === mine && !stay.over && !stay.taken) this.ringsOut(stay);
    });
  }

  private ring(stay: Stay, member: Member): void {
    member.busy = true;
    const leg = this.wire.channel(member.device, '', 'agents', 's', stay.channel.linked);
    leg.exten = stay.channel.exten;
    const both = { ...this.wire.of(stay.channel), ...this.wire.of(leg, 'Dest') };
    const who = { Queue: stay.queue.name, Interface: member.device, MemberName: member.name };
    this.wire.emit('AgentCalled', both, who);
    this.wire.emit('DialBegin', both, { DialString: member.device });
    this.wire.emit('Newstate', this.wire.of(leg), { ChannelState: 5, ChannelStateDesc: 'Ringing' });
    const ring: Ring = { member, leg, on: true };
    stay.rings.push(ring);
    const luck = this.random();
    if (luck < 0.12) this.wire.after(0.4 + this.random() * 2, () => this.reject(stay, ring));
    else if (luck < 0.85) this.wire.after(0.3 + this.random() * 6, () => this.pickUp(stay, ring));
  }

  private pair(stay: Stay, leg: Channel) {
    return { ...this.wire.of(stay.channel), ...this.wire.of(leg, 'Dest') };
  }

  /** `rna()`: milliseconds here, whole seconds of them where a telephone refused. */
  private noAnswer(stay: Stay, ring: Ring, ms: number): void {
    const { name, device } = ring.member;
    this.truth.agent(name).missed += 1;
    this.wire.log(stay.channel.id, stay.queue.name, name, 'RINGNOANSWER', ms);
    const who = { Queue: stay.queue.name, Interface: device, MemberName: name, RingTime: ms };
    this.wire.emit('AgentRingNoAnswer', this.pair(stay, ring.leg), who);
  }

  private ringsOut(stay: Stay): void {
    const on = stay.rings.filter((ring) => ring.on);
    for (const ring of on) this.noAnswer(stay, ring, stay.queue.ringS * 1000);
    for (const ring of on) this.wire.emit('DialEnd', this.pair(stay, ring.leg), { DialStatus: 'NOANSWER' });
    for (const ring of on) this.stop(stay, ring, 'CANCEL', 0);
    this.wire.after(stay.queue.retryS, () => this.attempt(stay));
  }

  private stop(stay: Stay, ring: Ring, status: string, cause: number): void {
    ring.on = false;
    ring.member.busy = false;
    if (status !== '') this.wire.emit('DialEnd', this.pair(stay, ring.leg), { DialStatus: status });
    this.wire.hangup(ring.leg, cause);
  }

  private reject(stay: Stay, ring: Ring): void {
    if (!ring.on || stay.over || stay.taken) return;
    this.wire.emit('HangupRequest', this.wire.of(ring.leg), { Cause: 17 });
    this.wire.emit('DialEnd', this.pair(stay, ring.leg), { DialStatus: 'NOANSWER' });
    this.noAnswer(stay, ring, (secondOf(this.wire.wallUs) - secondOf(stay.ringFromUs)) * 1000);
    this.stop(stay, ring, '', 17);
    if (stay.rings.every((one) => !one.on)) this.wire.after(stay.queue.retryS, () => this.attempt(stay));
  }

  /**
   * A colleague fetches the call to his own telephone (`*8`): the two channels change their names and ids, the queue goes on
   * with the member it rang.
   */
  private fetched(stay: Stay, ring: Ring): void {
    const own = this.wire.channel('PJSIP/8055', '8055', 'agents', '*8');
    this.wire.emit('Pickup', this.wire.of(own), this.wire.of(ring.leg, 'Target'));
    own.linked = stay.channel.linked;
    ring.leg.name = `${ring.leg.name}<ZOMBIE>`;
    this.wire.hangup(ring.leg, 26);
    ring.leg = own;
  }

  private pickUp(stay: Stay, ring: Ring): void {
    if (!ring.on || stay.over || stay.taken) return;
    if (this.pickup > 0 && chance(this.random, this.pickup)) this.fetched(stay, ring);
    this.wire.emit('Newstate', this.wire.of(ring.leg), { ChannelState: 6 });
    this.wire.emit('DialEnd', this.pair(stay, ring.leg), { DialStatus: 'ANSWER' });
    ring.on = false;
    stay.taken = ring;
    for (const other of stay.rings) if (other.on) this.stop(stay, other, 'CANCEL', 26);
    if (stay.queue.announceS === 0) return this.connect(stay, ring);
    if (chance(this.random, 0.3)) this.wire.after(stay.queue.announceS / 2, () => this.dump(stay, ring));
    this.wire.after(stay.queue.announceS, () => {
      if (stay.taken === ring && !stay.over) this.connect(stay, ring);
    });
  }

  /** The agent hangs up while he still hears the announcement: the caller waits on. */
  private dump(stay: Stay, ring: Ring): void {
    if (stay.over || stay.taken !== ring) return;
    const { name, device } = ring.member;
    this.wire.emit('HangupRequest', this.wire.of(ring.leg));
    this.wire.log(stay.channel.id, stay.queue.name, name, 'AGENTDUMP', '');
    const who = { Queue: stay.queue.name, Interface: device, MemberName: name };
    this.wire.emit('AgentDump', this.pair(stay, ring.leg), who);
    this.stop(stay, ring, 'CANCEL', 16);
    stay.taken = null;
    this.wire.after(stay.queue.retryS, () => this.attempt(stay));
  }

  private leave(stay: Stay): void {
    stay.over = true;
    this.waiting.splice(this.waiting.indexOf(stay), 1);
    const rest = this.waiting.filter((one) => one.queue.name === stay.queue.name).length;
    const at = { Queue: stay.queue.name, Position: 1, Count: rest };
    this.wire.emit('QueueCallerLeave', this.wire.of(stay.channel), at);
    stay.visit.leftUs = this.wire.us;
  }

  private connect(stay: Stay, ring: Ring): void {
    const { visit, queue, channel } = stay;
    this.wire.emit('MusicOnHoldStop', this.wire.of(channel));
    this.leave(stay);
    const rang = secondOf(this.wire.wallUs) - secondOf(stay.ringFromUs);
    visit.waitS = this.waited(stay);
    this.wire.log(channel.id, queue.name, ring.member.name, 'CONNECT', visit.waitS, ring.leg.id, rang);
    const who = { Queue: queue.name, Interface: ring.member.device, MemberName: ring.member.name };
    const times = { HoldTime: visit.waitS, RingTime: rang };
    this.wire.emit('AgentConnect', this.pair(stay, ring.leg), who, times);
    visit.connectedUs = this.wire.us;
    visit.outcome = 'answered';
    visit.agent = ring.member.name;
    stay.then.connected(stay, ring);
  }

  /** `record_abandoned()` is said of every way out that is not an answer, but the key. */
  private abandoned(stay: Stay): void {
    const at = { Queue: stay.queue.name, Position: 1, OriginalPosition: stay.position };
    this.wire.emit('QueueCallerAbandon', this.wire.of(stay.channel), at, { HoldTime: this.waited(stay) });
  }

  private cancelRings(stay: Stay): void {
    const ms = Math.round((this.wire.wallUs - stay.ringFromUs) / 1000);
    for (const ring of stay.rings.filter((one) => one.on)) {
      this.wire.emit('DialEnd', this.pair(stay, ring.leg), { DialStatus: 'CANCEL' });
      this.wire.log(stay.channel.id, stay.queue.name, ring.member.name, 'RINGCANCELED', ms);
      this.stop(stay, ring, 'CANCEL', 0);
    }
  }

  /** The caller hangs up. */
  giveUp(stay: Stay): void {
    if (stay.over) return;
    this.wire.emit('HangupRequest', this.wire.of(stay.channel));
    this.wire.emit('MusicOnHoldStop', this.wire.of(stay.channel));
    const taker = stay.taken?.member.name ?? 'NONE';
    this.cancelRings(stay);
    this.abandoned(stay);
    const { position, queue, channel } = stay;
    const abandonedUs = this.wire.us;
    const name = queue.spelled ?? queue.name;
    // Just before he was to be connected: try_calling() says so, and queue_exec() once more.
    if (stay.taken) {
      this.wire.log(channel.id, queue.name, taker, 'ABANDON', 1, position, this.waited(stay));
      this.stop(stay, stay.taken, 'CANCEL', 16);
      this.abandoned(stay);
    }
    this.wire.log(channel.id, name, 'NONE', 'ABANDON', 1, position, this.waited(stay));
    this.leave(stay);
    stay.visit.leftUs = abandonedUs;
    stay.visit.outcome = 'abandoned';
    this.wire.emit('SoftHangupRequest', this.wire.of(channel), { Cause: 16 });
    this.wire.hangup(channel, 0);
  }

  limit(stay: Stay): void {
    if (stay.over || stay.taken) return;
    for (const ring of stay.rings.filter((one) => one.on)) this.noAnswer(stay, ring, 9000);
    for (const ring of stay.rings.filter((one) => one.on)) this.stop(stay, ring, 'NOANSWER', 0);
    this.out(stay, 'limit', 'EXITWITHTIMEOUT', 'TIMEOUT');
  }

  /** The last agent has gone, with `leavewhenempty`. */
  leaveEmpty(stay: Stay): void {
    if (stay.over || stay.taken || stay.rings.some((one) => one.on)) return;
    this.out(stay, 'empty', 'EXITEMPTY', 'LEAVEEMPTY');
  }

  /** `QueueWithdrawCaller` of the manager. */
  withdraw(stay: Stay): void {
    if (stay.over || stay.taken || stay.rings.some((one) => one.on)) return;
    this.out(stay, 'withdrawn', 'WITHDRAW', 'WITHDRAW');
  }

  private out(stay: Stay, how: 'limit' | 'empty' | 'withdrawn', line: string, status: string): void {
    const { channel, queue, position } = stay;
    this.abandoned(stay);
    this.wire.log(channel.id, queue.spelled ?? queue.name, 'NONE', line, 1, position, this.waited(stay));
    this.wire.emit('MusicOnHoldStop', this.wire.of(channel));
    this.leave(stay);
    stay.visit.outcome = how;
    this.say(channel, 'HotlineQueueExit', queue, { QueueStatus: status });
    stay.then.left(stay, how);
  }

  key(stay: Stay, key: string): void {
    if (stay.over || stay.taken) return;
    const { channel, queue, position } = stay;
    this.cancelRings(stay);
    channel.context = 'queue-exit-key';
    channel.exten = key;
    this.wire.emit('MusicOnHoldStop', this.wire.of(channel));
    const name = queue.spelled ?? queue.name;
    this.wire.log(channel.id, name, 'NONE', 'EXITWITHKEY', key, 1, position, this.waited(stay));
    this.leave(stay);
    stay.visit.outcome = 'key';
    stay.visit.callback = true;
    this.say(channel, 'HotlineCallback', queue, { Caller: channel.number });
    stay.then.left(stay, 'key');
  }
}
