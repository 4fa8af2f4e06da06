const SECOND = 1_000_000;
const START = 1_795_400_000 * SECOND;

export interface PaperLeg {
  id: string;
  call: string;
  channel: string;
  number: string;
  context: string;
  exten: string;
}

export interface PaperAgent {
  name: string;
  device: string;
}

interface Talk {
  caller: PaperLeg;
  agent: PaperAgent;
  leg: PaperLeg;
  queue: string;
  joined: number;
  connected: number;
}

type Fields = Record<string, string | number>;

/**
 * A PBX on paper: writes the manager stream and the queue log of a shift that a test tells step by step, in the event
 * order of Asterisk 22 (Leave before AgentConnect, an abandon on every limit, nothing at all on a full queue).
 */
export class PaperPbx {
  #us = START;
  #next = 0;
  #streams: string[][] = [[]];
  #listening = true;
  #bootUs = START - 6 * SECOND;
  readonly #log: string[] = [];
  readonly #joins = new Map<string, number>();
  timestamps = true;
  readonly trunkContext: string;

  constructor(readonly dialled = '12351') {
    this.trunkContext = 'from-carrier';
    this.#hello();
  }

  /** Bytes of each connection, in order. */
  streams(): Uint8Array[] {
    return this.#streams.map((blocks) => new TextEncoder().encode(blocks.join('')));
  }

  queueLog(): Uint8Array {
    return new TextEncoder().encode(this.#log.map((line) => `${line}\n`).join(''));
  }

  wait(seconds: number): this {
    this.#us += Math.round(seconds * SECOND);
    return this;
  }

  #hello(): void {
    this.#write('Asterisk Call Manager/11.0.0\r\n');
    this.#write('Response: Success\r\nActionID: a1\r\nMessage: Authentication accepted\r\n\r\n');
    const uptime = Math.floor((this.#us - this.#bootUs) / SECOND);
    this.#write(
      `Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: ${uptime}\r\nStatus: Fully Booted\r\n\r\n`,
    );
  }

  #write(text: string): void {
    if (this.#listening) this.#streams.at(-1)?.push(text);
  }

  /** Our line to the PBX breaks; it goes on without us. */
  cutLine(): this {
    this.#listening = false;
    return this;
  }

  /** A new connection. `snapshot` writes the answers of the resync lists. */
  reconnect(snapshot: () => void = () => {}): this {
    this.#listening = true;
    this.#streams.push([]);
    this.#hello();
    snapshot();
    return this;
  }

  /** The PBX itself dies and comes back: open calls never get an end. */
  crash(downSeconds: number): this {
    this.cutLine();
    this.wait(downSeconds);
    this.#bootUs = this.#us;
    this.wait(4);
    return this.reconnect();
  }

  event(name: string, fields: Fields, lagUs = 40): void {
    this.#us += lagUs;
    const stamp = `${Math.floor(this.#us / SECOND)}.${String(this.#us % SECOND).padStart(6, '0')}`;
    const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\r\n`);
    const time = this.timestamps ? `Timestamp: ${stamp}\r\n` : '';
    this.#write(`Event: ${name}\r\nPrivilege: call,all\r\n${time}${lines.join('')}\r\n`);
  }

  list(name: string, fields: Fields): void {
    const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\r\n`);
    this.#write(`Event: ${name}\r\nActionID: s1\r\n${lines.join('')}\r\n`);
  }

  log(
    leg: PaperLeg | string,
    queue: string,
    agent: string,
    event: string,
    ...data: (string | number)[]
  ): void {
    const id = typeof leg === 'string' ? leg : leg.id;
    this.#log.push([Math.floor(this.#us / SECOND), id, queue, agent, event, ...data].join('|'));
  }

  leg(device: string, number: string, context: string, exten: string, call?: string): PaperLeg {
    const id = `${Math.floor(this.#us / SECOND)}.${this.#next}`;
    const channel = `${device}-${this.#next.toString(16).padStart(8, '0')}`;
    this.#next += 1;
    const leg = { id, call: call ?? id, channel, number, context, exten };
    this.event('Newchannel', this.of(leg));
    return leg;
  }

  of(leg: PaperLeg, prefix = ''): Fields {
    return {
      [`${prefix}Channel`]: leg.channel,
      [`${prefix}CallerIDNum`]: leg.number,
      [`${prefix}Context`]: leg.context,
      [`${prefix}Exten`]: leg.exten,
      [`${prefix}Uniqueid`]: leg.id,
      [`${prefix}Linkedid`]: leg.call,
    };
  }

  user(leg: PaperLeg, name: string, fields: Fields): void {
    this.event('UserEvent', { ...this.of(leg), UserEvent: name, CallUniqueid: leg.id, ...fields }, 60);
  }

  signIn(queue: string, agent: PaperAgent): this {
    this.event('QueueMemberAdded', {
      Queue: queue,
      MemberName: agent.name,
      Interface: agent.device,
      Paused: 0,
    });
    this.log('MANAGER', queue, agent.name, 'ADDMEMBER');
    return this;
  }

  pause(queues: readonly string[], agent: PaperAgent, paused: boolean, reason = ''): this {
    this.log('NONE', 'NONE', agent.name, paused ? 'PAUSEALL' : 'UNPAUSEALL', reason);
    for (const queue of queues) {
      this.log('NONE', queue, agent.name, paused ? 'PAUSE' : 'UNPAUSE', reason);
      const member = { Queue: queue, MemberName: agent.name, Interface: agent.device };
      this.event('QueueMemberPause', { ...member, Paused: paused ? 1 : 0, PausedReason: reason });
    }
    return this;
  }

  arrive(number: string): PaperLeg {
    const leg = this.leg('PJSIP/carrier', number, this.trunkContext, this.dialled);
    this.user(leg, 'HotlineArrive', { CallLinkedid: leg.call, Caller: number, Dnis: this.dialled });
    this.event('Newstate', this.of(leg));
    return leg;
  }

  ask(leg: PaperLeg, queue: string): void {
    this.user(leg, 'HotlineToQueue', { Queue: queue });
  }

  join(leg: PaperLeg, queue: string, position = 1): void {
    this.ask(leg, queue);
    this.log(leg, queue, 'NONE', 'ENTERQUEUE', '', leg.number, position);
    this.event('QueueCallerJoin', { ...this.of(leg), Queue: queue, Position: position, Count: position });
    this.#joins.set(`${leg.id}|${queue}`, this.#us);
    this.event('MusicOnHoldStart', { ...this.of(leg), Class: 'default' }, 6);
  }

  #since(leg: PaperLeg, queue: string): number {
    const joined = this.#joins.get(`${leg.id}|${queue}`) ?? this.#us;
    return Math.floor(this.#us / SECOND) - Math.floor(joined / SECOND);
  }

  ring(caller: PaperLeg, queue: string, agent: PaperAgent): PaperLeg {
    const leg = this.leg(agent.device, this.dialled, 'agents', this.dialled, caller.call);
    const both = { ...this.of(caller), ...this.of(leg, 'Dest') };
    this.event(
      'AgentCalled',
      { ...both, Queue: queue, MemberName: agent.name, Interface: agent.device },
      500,
    );
    this.event('DialBegin', { ...both, DialString: agent.device });
    return leg;
  }

  ringOut(
    caller: PaperLeg,
    queue: string,
    agent: PaperAgent,
    leg: PaperLeg,
    ms: number,
    rejected = false,
  ): void {
    const both = { ...this.of(caller), ...this.of(leg, 'Dest') };
    if (rejected) this.event('HangupRequest', { ...this.of(leg), Cause: 17 });
    this.event('DialEnd', { ...both, DialStatus: 'NOANSWER' });
    this.log(caller, queue, agent.name, 'RINGNOANSWER', ms);
    this.event('AgentRingNoAnswer', {
      ...both,
      Queue: queue,
      MemberName: agent.name,
      Interface: agent.device,
      RingTime: ms,
    });
    if (!rejected) this.event('DialEnd', { ...both, DialStatus: 'CANCEL' });
    this.event('Hangup', { ...this.of(leg), Cause: rejected ? 17 : 0 });
  }

  connect(caller: PaperLeg, queue: string, agent: PaperAgent, leg: PaperLeg): Talk {
    const both = { ...this.of(caller), ...this.of(leg, 'Dest') };
    this.event('Newstate', this.of(leg));
    this.event('DialEnd', { ...both, DialStatus: 'ANSWER' });
    this.event('MusicOnHoldStop', this.of(caller), 8);
    this.event('QueueCallerLeave', { ...this.of(caller), Queue: queue, Position: 1, Count: 0 }, 300);
    const waited = this.#since(caller, queue);
    this.log(caller, queue, agent.name, 'CONNECT', waited, leg.id, 2);
    const member = { Queue: queue, MemberName: agent.name, Interface: agent.device };
    this.event('AgentConnect', { ...both, ...member, HoldTime: waited, RingTime: 2 }, 30);
    const talk = { caller, agent, leg, queue, joined: waited, connected: this.#us };
    const bridge = { BridgeUniqueid: `b-${leg.id}` };
    this.event('BridgeEnter', { ...bridge, ...this.of(leg) });
    this.event('BridgeEnter', { ...bridge, ...this.of(caller) });
    return talk;
  }

  answer(caller: PaperLeg, queue: string, agent: PaperAgent, afterRing = 2): Talk {
    const leg = this.ring(caller, queue, agent);
    this.wait(afterRing);
    return this.connect(caller, queue, agent, leg);
  }

  hold(talk: Talk, seconds: number): void {
    this.event('Hold', this.of(talk.leg));
    this.event('MusicOnHoldStart', this.of(talk.caller), 669);
    this.wait(seconds - 669 / SECOND);
    this.event('Unhold', this.of(talk.leg), 0);
    this.event('MusicOnHoldStop', this.of(talk.caller), 913);
  }

  #talked(talk: Talk): number {
    return Math.floor(this.#us / SECOND) - Math.floor(talk.connected / SECOND);
  }

  complete(
    talk: Talk,
    reason: 'caller' | 'agent' | 'transfer',
    log?: [string, ...(string | number)[]],
  ): void {
    const { caller, agent, leg, queue } = talk;
    const both = { ...this.of(caller), ...this.of(leg, 'Dest') };
    const talked = this.#talked(talk);
    const [event, ...data] = log ?? [reason === 'agent' ? 'COMPLETEAGENT' : 'COMPLETECALLER'];
    this.log(caller, queue, agent.name, event, ...data, talk.joined, talked, 1);
    const member = { Queue: queue, MemberName: agent.name, Interface: agent.device };
    this.event(
      'AgentComplete',
      { ...both, ...member, HoldTime: talk.joined, TalkTime: talked, Reason: reason },
      30,
    );
    this.event('BridgeLeave', { BridgeUniqueid: `b-${leg.id}`, ...this.of(leg) }, 300);
    this.event('BridgeLeave', { BridgeUniqueid: `b-${leg.id}`, ...this.of(caller) });
  }

  /** The talk ends; with the agent's hang-up the caller stays for a survey of three seconds. */
  end(talk: Talk, by: 'caller' | 'agent'): void {
    this.event('HangupRequest', this.of(by === 'caller' ? talk.caller : talk.leg));
    this.wait(0.00025);
    this.complete(talk, by);
    this.event('Hangup', { ...this.of(talk.leg), Cause: 16 });
    if (by === 'agent') {
      this.user(talk.caller, 'HotlineQueueExit', { Queue: talk.queue, QueueStatus: 'CONTINUE' });
      this.wait(3);
    }
    this.event('Hangup', { ...this.of(talk.caller), Cause: 16 });
  }

  blindTransfer(talk: Talk, exten: string): void {
    this.event('BlindTransfer', {
      Result: 'Success',
      ...this.of(talk.leg, 'Transferer'),
      ...this.of(talk.caller, 'Transferee'),
      Extension: exten,
    });
    this.complete(talk, 'transfer', ['BLINDTRANSFER', exten, 'agents']);
    this.event('Hangup', { ...this.of(talk.leg), Cause: 16 });
  }

  /** The agent calls somebody on a second leg and joins the two. */
  attendedTransfer(talk: Talk, consultSeconds: number): PaperLeg {
    this.event('Hold', this.of(talk.leg));
    this.event('MusicOnHoldStart', this.of(talk.caller), 669);
    const consult = this.leg(talk.agent.device, talk.agent.name, 'agents', '8099');
    this.wait(consultSeconds);
    this.event('Unhold', this.of(talk.leg));
    this.event('MusicOnHoldStop', this.of(talk.caller), 913);
    this.event('AttendedTransfer', {
      Result: 'Success',
      ...this.of(talk.leg, 'OrigTransferer'),
      ...this.of(consult, 'SecondTransferer'),
      ...this.of(talk.caller, 'Transferee'),
      DestType: 'Bridge',
    });
    this.complete(talk, 'transfer', ['ATTENDEDTRANSFER', 'BRIDGE', 'b-x']);
    this.event('Hangup', { ...this.of(talk.leg), Cause: 16 });
    this.event('Hangup', { ...this.of(consult), Cause: 16 });
    return consult;
  }

  #abandon(leg: PaperLeg, queue: string): number {
    const waited = this.#since(leg, queue);
    const count = { Queue: queue, Position: 1, OriginalPosition: 1, HoldTime: waited };
    this.event('QueueCallerAbandon', { ...this.of(leg), ...count });
    this.event('QueueCallerLeave', { ...this.of(leg), Queue: queue, Position: 1, Count: 0 });
    return waited;
  }

  giveUp(leg: PaperLeg, queue: string): void {
    this.event('HangupRequest', this.of(leg));
    this.event('MusicOnHoldStop', this.of(leg), 100);
    const waited = this.#since(leg, queue);
    this.log(leg, queue, 'NONE', 'ABANDON', 1, 1, waited);
    this.#abandon(leg, queue);
    this.event('Hangup', { ...this.of(leg), Cause: 0 });
  }

  /** Queue() returns by itself: TIMEOUT or LEAVEEMPTY. The caller hears an announcement of four seconds. */
  exit(leg: PaperLeg, queue: string, status: 'TIMEOUT' | 'LEAVEEMPTY', stay = 4): void {
    const event = status === 'TIMEOUT' ? 'EXITWITHTIMEOUT' : 'EXITEMPTY';
    this.log(leg, queue, 'NONE', event, 1, 1, this.#since(leg, queue));
    this.#abandon(leg, queue);
    this.user(leg, 'HotlineQueueExit', { Queue: queue, QueueStatus: status });
    if (stay === 0) return;
    this.wait(stay);
    this.event('Hangup', { ...this.of(leg), Cause: 16 });
  }

  refuse(leg: PaperLeg, queue: string, status: 'FULL' | 'JOINEMPTY'): void {
    this.ask(leg, queue);
    this.user(leg, 'HotlineQueueExit', { Queue: queue, QueueStatus: status });
    this.wait(4);
    this.event('Hangup', { ...this.of(leg), Cause: 16 });
  }

  pressKey(leg: PaperLeg, queue: string, key: string): void {
    this.event('MusicOnHoldStop', this.of(leg));
    this.log(leg, queue, 'NONE', 'EXITWITHKEY', key, 1, 1, this.#since(leg, queue));
    this.event('QueueCallerLeave', { ...this.of(leg), Queue: queue, Position: 1, Count: 0 }, 600);
    this.user(leg, 'HotlineCallback', { Caller: leg.number, Queue: queue });
    this.wait(2);
    this.event('Hangup', { ...this.of(leg), Cause: 16, Context: 'queue-exit-key', Exten: key });
  }

  hangUp(leg: PaperLeg, asked = true): void {
    if (asked) this.event('HangupRequest', this.of(leg));
    this.event('SoftHangupRequest', { ...this.of(leg), Cause: 16 });
    this.event('Hangup', { ...this.of(leg), Cause: asked ? 0 : 16 });
  }
}
