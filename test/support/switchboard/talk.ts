import { between, type Random } from '@hotline/kernel';
import { type AfterQueue, type Member, type QueueApp, type QueueSettings, type Stay } from './queue-app.js';
import { type Channel, type Fields, secondOf, type Wire } from './wire.js';

export interface Talk {
  stay: Stay;
  member: Member;
  leg: Channel;
  bridge: string;
  /** when it was connected, as the PBX's clock reads it */
  sinceS: number;
  heldSinceUs: number | null;
  over: boolean;
  /** an agent asks here on behalf of a caller: the talk has no plan of its own */
  consult: boolean;
}

/** What happens after an agent is connected: holds, hang-ups, transfers of both kinds. */
export class Talks {
  #bridges = 0;

  constructor(
    readonly wire: Wire,
    readonly app: QueueApp,
    readonly random: Random,
  ) {}

  /** Both legs enter a bridge; a Local channel of the member is then replaced by the telephone behind it. */
  begin(stay: Stay, { member, leg }: { member: Member; leg: Channel }, consult = false): Talk {
    const { wire } = this;
    this.#bridges += 1;
    const bridge = `b-${this.#bridges}`;
    const sinceS = secondOf(wire.wallUs);
    const talk = { stay, member, leg, bridge, sinceS, heldSinceUs: null, over: false, consult };
    this.enter(bridge, leg);
    this.enter(bridge, stay.channel);
    if (leg.name.startsWith('Local/') && !member.device.endsWith('/n')) this.optimise(talk);
    return talk;
  }

  enter(bridge: string, channel: Channel, swapped?: Channel): void {
    const swap: Fields = swapped ? { SwapUniqueid: swapped.id } : {};
    this.wire.emit('BridgeEnter', { BridgeUniqueid: bridge, ...swap }, this.wire.of(channel));
  }

  leave(bridge: string, channel: Channel): void {
    this.wire.emit('BridgeLeave', { BridgeUniqueid: bridge }, this.wire.of(channel));
  }

  private optimise(talk: Talk): void {
    const { wire, leg } = this.parts(talk);
    const device = talk.member.device.replace('Local/', 'PJSIP/').replace(/@.*/, '');
    const phone = wire.channel(device, '', 'agents', 's', talk.stay.channel.linked);
    wire.emit('LocalOptimizationBegin', wire.of(leg, 'LocalOne'), wire.of(phone, 'Source'), { Id: 1 });
    this.enter(talk.bridge, phone, leg);
    this.leave(talk.bridge, leg);
    wire.emit('LocalOptimizationEnd', wire.of(leg, 'LocalOne'), { Id: 1, Success: 'Yes' });
    wire.hangup(leg);
    talk.leg = phone;
  }

  private parts(talk: Talk) {
    return { wire: this.wire, leg: talk.leg, caller: talk.stay.channel, visit: talk.stay.visit };
  }

  hold(talk: Talk): void {
    const { wire, leg, caller } = this.parts(talk);
    if (talk.over || talk.heldSinceUs !== null) return;
    wire.emit('Hold', wire.of(leg), { MusicClass: 'default' });
    talk.heldSinceUs = wire.us;
    wire.us += 640;
    wire.emit('MusicOnHoldStart', wire.of(caller), { Class: 'default' });
  }

  resume(talk: Talk): void {
    const { wire, leg, caller, visit } = this.parts(talk);
    if (talk.over || talk.heldSinceUs === null) return;
    wire.emit('Unhold', wire.of(leg));
    visit.heldUs += wire.us - talk.heldSinceUs;
    talk.heldSinceUs = null;
    wire.us += 880;
    wire.emit('MusicOnHoldStop', wire.of(caller));
  }

  /** `AgentComplete` and its line: once, whatever ends the talk. */
  private complete(talk: Talk, by: 'caller' | 'agent' | 'transfer', line: (string | number)[]): void {
    const { wire, leg, caller, visit } = this.parts(talk);
    talk.over = true;
    const { name, device } = talk.member;
    visit.talkS = secondOf(wire.wallUs) - talk.sinceS;
    wire.log(
      caller.id,
      talk.stay.queue.name,
      name,
      ...(line as [string]),
      visit.waitS,
      visit.talkS,
      talk.stay.position,
    );
    const who = { Queue: talk.stay.queue.name, Interface: device, MemberName: name };
    const times = { HoldTime: visit.waitS, TalkTime: visit.talkS, Reason: by };
    wire.emit('AgentComplete', wire.of(caller), wire.of(leg, 'Dest'), who, times);
    visit.completedUs = wire.us;
    visit.endedBy = by;
    wire.after(1.2, () => {
      talk.member.busy = false;
    });
  }

  /** A hold that nobody ends lasts until the agent's leg is gone. */
  private dropLeg(talk: Talk): void {
    this.wire.hangup(talk.leg);
    if (talk.heldSinceUs !== null) talk.stay.visit.heldUs += this.wire.us - talk.heldSinceUs;
    talk.heldSinceUs = null;
  }

  callerEnds(talk: Talk): void {
    const { wire, leg, caller } = this.parts(talk);
    if (talk.over) return;
    wire.emit('HangupRequest', wire.of(caller));
    this.complete(talk, 'caller', ['COMPLETECALLER']);
    this.leave(talk.bridge, caller);
    this.leave(talk.bridge, leg);
    wire.emit('SoftHangupRequest', wire.of(caller), { Cause: 16 });
    wire.hangup(caller);
    this.dropLeg(talk);
  }

  agentEnds(talk: Talk): void {
    const { wire, leg, caller } = this.parts(talk);
    if (talk.over) return;
    wire.emit('HangupRequest', wire.of(leg));
    this.complete(talk, 'agent', ['COMPLETEAGENT']);
    this.leave(talk.bridge, leg);
    this.leave(talk.bridge, caller);
    this.dropLeg(talk);
    if (!caller.bare)
      wire.user(caller, 'HotlineQueueExit', { Queue: talk.stay.queue.name, QueueStatus: 'CONTINUE' });
    wire.after(0.5 + this.random() * 3, () => {
      if (this.random() < 0.4) wire.emit('HangupRequest', wire.of(caller));
      wire.emit('SoftHangupRequest', wire.of(caller), { Cause: 16 });
      wire.hangup(caller);
    });
  }

  /** REFER without Replaces: the caller's leg goes on in the dialplan at the number dialled. */
  blind(talk: Talk, exten: string, onward: () => void): void {
    const { wire, leg, caller, visit } = this.parts(talk);
    if (talk.over) return;
    const bridge = { BridgeUniqueid: talk.bridge };
    const where = { IsExternal: 'Yes', Context: 'agents', Extension: exten };
    wire.emit(
      'BlindTransfer',
      { Result: 'Success' },
      wire.of(leg, 'Transferer'),
      wire.of(caller, 'Transferee'),
      bridge,
      where,
    );
    visit.transfer = 'blind';
    this.complete(talk, 'transfer', ['BLINDTRANSFER', exten, 'agents']);
    this.leave(talk.bridge, leg);
    caller.context = 'agents';
    caller.exten = exten;
    this.leave(talk.bridge, caller);
    onward();
    this.dropLeg(talk);
  }

  private attended(talk: Talk, consult: Channel, dest: Record<string, string>, target?: Channel): void {
    const { wire, leg, caller } = this.parts(talk);
    wire.emit(
      'AttendedTransfer',
      { Result: 'Success' },
      wire.of(leg, 'OrigTransferer'),
      { OrigBridgeUniqueid: talk.bridge },
      wire.of(consult, 'SecondTransferer'),
      wire.of(caller, 'Transferee'),
      target ? wire.of(target, 'TransferTarget') : {},
      { IsExternal: 'Yes', ...dest },
    );
  }

  /** The agent asks a colleague first, then joins the two. The colleague's leg takes the agent's place in the bridge. */
  consultColleague(talk: Talk, seconds: number): void {
    const { wire, leg, caller, visit } = this.parts(talk);
    this.hold(talk);
    const device = `PJSIP/${leg.name.replace(/^\w+\/(\d+).*/, '$1')}`;
    const consult = wire.channel(device, '8001', 'agents', '8099');
    const target = wire.channel('PJSIP/8099', '', 'agents', 's', consult.linked);
    wire.emit('DialBegin', wire.of(consult), wire.of(target, 'Dest'));
    wire.emit('DialEnd', wire.of(consult), wire.of(target, 'Dest'), { DialStatus: 'ANSWER' });
    this.enter(`${talk.bridge}-c`, consult);
    this.enter(`${talk.bridge}-c`, target);
    wire.after(seconds, () => {
      if (talk.over) return this.drop([consult, target]);
      if (this.random() < 0.5) this.resume(talk);
      this.attended(talk, consult, { DestType: 'Bridge', DestBridgeUniqueid: talk.bridge }, target);
      visit.transfer = 'attended';
      this.complete(talk, 'transfer', ['ATTENDEDTRANSFER', 'BRIDGE', talk.bridge]);
      target.linked = caller.linked;
      this.enter(talk.bridge, target, leg);
      this.leave(talk.bridge, leg);
      this.leave(`${talk.bridge}-c`, consult);
      this.dropLeg(talk);
      this.drop([consult]);
      wire.after(between(this.random, 2, 30), () => this.drop([caller, target], true));
    });
  }

  drop(channels: Channel[], asked = false): void {
    const [first] = channels;
    if (asked && first?.alive) this.wire.emit('HangupRequest', this.wire.of(first));
    for (const channel of channels) this.wire.hangup(channel);
  }

  /**
   * The agent asks in another queue. Bridges of queues do not merge: they are linked by a pair of Local channels, and the
   * transfer ends the talk in both queues. Transferred before anybody answered, the caller takes the agent's place in
   * that queue: the same wait goes on under the caller's own id.
   */
  consultQueue(talk: Talk, queue: QueueSettings, patience: number, early: boolean): void {
    const { wire, leg } = this.parts(talk);
    this.hold(talk);
    const device = `PJSIP/${leg.name.replace(/^\w+\/(\d+).*/, '$1')}`;
    const consult = wire.channel(device, '8001', 'agents', '9200');
    const back = () => {
      this.resume(talk);
      wire.after(3, () => this.agentEnds(talk));
    };
    const then: AfterQueue = {
      connected: (stay, ring) => {
        const second = this.begin(stay, ring, stay.channel === consult);
        if (stay.channel !== consult) return this.after(second);
        wire.after(patience, () => this.link(talk, second, consult));
      },
      left: () => {
        if (consult.alive) this.drop([consult]);
        back();
      },
    };
    const stay = this.app.join(consult, queue, then);
    if (!stay) {
      this.drop([consult]);
      return back();
    }
    wire.after(early ? 1.5 : 40, () => {
      if (stay.over || talk.over || stay.taken) return;
      if (early) return this.early(talk, stay, consult);
      this.app.giveUp(stay);
      back();
    });
  }

  private link(talk: Talk, second: Talk, consult: Channel): void {
    const { wire, caller, visit } = this.parts(talk);
    if (talk.over) return this.callerEnds(second);
    if (second.over) return (this.resume(talk), this.agentEnds(talk));
    const one = wire.channel('Local/8001@agents', '', 'agents', '8001', caller.linked);
    this.attended(talk, consult, { DestType: 'Link' }, second.leg);
    visit.transfer = 'attended';
    second.stay.visit.transfer = 'attended';
    this.complete(talk, 'transfer', ['ATTENDEDTRANSFER', 'LINK', one.name, one.name]);
    this.complete(second, 'transfer', ['ATTENDEDTRANSFER', 'LINK', one.name, one.name]);
    this.enter(talk.bridge, one, talk.leg);
    this.leave(talk.bridge, talk.leg);
    this.dropLeg(talk);
    this.drop([consult]);
    wire.after(between(this.random, 2, 30), () => this.drop([caller, one, second.leg], true));
  }

  private early(talk: Talk, stay: Stay, consult: Channel): void {
    const { wire, caller, visit } = this.parts(talk);
    this.attended(talk, consult, { DestType: 'App', DestApp: 'Queue' });
    visit.transfer = 'attended';
    this.complete(talk, 'transfer', ['ATTENDEDTRANSFER', 'APP', 'Queue']);
    this.leave(talk.bridge, talk.leg);
    this.leave(talk.bridge, caller);
    stay.channel = caller;
    consult.name = `${consult.name}<ZOMBIE>`;
    this.dropLeg(talk);
    this.drop([consult]);
    wire.after(25, () => this.app.giveUp(stay));
  }

  /** Set by the shift: what a talk comes to. */
  after: (talk: Talk) => void = () => {};
}
