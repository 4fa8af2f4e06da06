import type { Board, Call } from './board.js';
import { exitEvent, goodbye, leaveEvent, positionOf, queueOf, softHangUp } from './caller-events.js';
import { bridgeFields, type Field, type Leg, legFields } from './frames.js';
import { isFree, type Member } from './member.js';

const seconds = (ms: number): number => Math.floor(ms / 1000);
const both = (call: Call, leg: Leg): Field[] => [...legFields(call.leg), ...legFields(leg, 'Dest')];
const memberLines = (call: Call, member: Member): Field[] => [
  ['Queue', queueOf(call)],
  ['Interface', member.interface],
  ['MemberName', member.name],
];

/** Rings the member of the smallest penalty who has been free longest for the caller who has waited longest, as long as there are both. */
export function offer(board: Board, queueName: string): void {
  for (const call of board.waiting(queueName)) {
    if (call.ring) continue;
    const free = [...board.members.values()].filter((one) => one.queues.has(queueName) && isFree(one));
    const member =
      free.find((one) => one.interface === call.plan.rings) ??
      free.sort((one, other) => one.penalty - other.penalty || one.lastCallAt - other.lastCallAt)[0];
    if (!member) return;
    ring(board, call, member);
  }
}

export function offerEverywhere(board: Board): void {
  for (const queue of board.settings.queues) offer(board, queue.name);
}

function ring(board: Board, call: Call, member: Member): void {
  const leg = board.newLeg(member.interface.replace('PJSIP/', ''), board.settings.number, 0, {
    linkedid: call.leg.linkedid,
  });
  leg.connectedNum = call.plan.number;
  member.ringing = true;
  member.leg = leg;
  call.ring = { member, leg, at: board.time };
  leg.exten = board.settings.number;
  board.emit('AgentCalled', [...both(call, leg), ...memberLines(call, member)]);
  board.emit('DialBegin', [...both(call, leg), ['DialString', member.interface]]);
  board.setState(leg, 5);
  board.sayStatus(member);
  board.emit('DialState', [...both(call, leg), ['DialStatus', 'RINGING']]);
  const limit = board.queue(queueOf(call))?.ringMs ?? 12_000;
  const ringing = call.ring;
  board.later(call, limit, () => call.ring === ringing && refuse(board, call, 'ring-out'));
  board.onRing(member, call);
}

/** The telephone rang out, or the agent pressed it away; both look alike on the wire, but for the time and the cause. */
export function refuse(board: Board, call: Call, how: 'ring-out' | 'rejected'): void {
  const ringing = call.ring;
  if (!ringing) return;
  const { member, leg, at } = ringing;
  const rungMs = Math.floor(board.time - at);
  if (how === 'rejected') board.emit('HangupRequest', [...legFields(leg), ['Cause', 17]]);
  board.emit('DialEnd', [...both(call, leg), ['DialStatus', 'NOANSWER']]);
  board.emit('AgentRingNoAnswer', [...both(call, leg), ...memberLines(call, member), ['RingTime', rungMs]]);
  board.note(call.leg.uniqueid, queueOf(call), member.name, 'RINGNOANSWER', rungMs);
  delete call.ring;
  release(board, member, leg, how === 'rejected' ? [17, 'User busy'] : [0, 'Unknown']);
  member.lastCallAt = board.time;
  const queueName = queueOf(call);
  board.later(call, board.queue(queueName)?.retryMs ?? 1_000, () => offer(board, queueName));
}

/** The caller has gone while a telephone rings. @returns what is left to do once the queue has said that he left */
export function cancelRing(board: Board, call: Call): (() => void) | undefined {
  const ringing = call.ring;
  if (!ringing) return undefined;
  const { member, leg, at } = ringing;
  const cancelled: Field[] = [...both(call, leg), ['DialStatus', 'CANCEL']];
  board.emit('DialEnd', cancelled);
  board.emit('DialEnd', cancelled);
  board.note(call.leg.uniqueid, queueOf(call), member.name, 'RINGCANCELED', Math.floor(board.time - at));
  delete call.ring;
  return () => {
    release(board, member, leg, [0, 'Unknown']);
    offerEverywhere(board);
  };
}

/** The agent takes the ringing call. */
export function answer(board: Board, call: Call): void {
  const ringing = call.ring;
  const queue = call.queue;
  if (!ringing || !queue) return;
  const { member, leg, at } = ringing;
  const position = positionOf(board, call);
  board.forget(call);
  member.ringing = false;
  board.setState(leg, 6);
  board.emit('DialEnd', [...both(call, leg), ['DialStatus', 'ANSWER']]);
  board.emit('MusicOnHoldStop', legFields(call.leg));
  board.sayStatus(member);
  leaveEvent(board, call, position);
  const waited = seconds(board.time - call.joinedAt);
  const rung = seconds(board.time - at);
  board.emit('AgentConnect', [
    ...both(call, leg),
    ...memberLines(call, member),
    ['HoldTime', waited],
    ['RingTime', rung],
  ]);
  board.note(call.leg.uniqueid, queue.name, member.name, 'CONNECT', waited, leg.uniqueid, rung);
  delete call.ring;
  count(board, queue.name, waited <= queue.serviceSeconds, waited);
  startTalk(board, call, member, leg);
}

function count(board: Board, queue: string, within: boolean, waited: number): void {
  const counters = board.counters.get(queue);
  if (!counters) return;
  counters.completed += 1;
  counters.within += within ? 1 : 0;
  counters.holdSeconds = Math.floor((3 * counters.holdSeconds + waited) / 4);
}

function startTalk(board: Board, call: Call, member: Member, leg: Leg): void {
  const bridgeId = board.newBridgeId();
  call.talk = { member, leg, at: board.time, bridgeId };
  bridge(board, [leg, call.leg], bridgeId);
  leg.application = 'AppQueue';
  board.userEvent('HotlineRecording', call.leg, [['File', `practice/${call.leg.uniqueid}.wav`]]);
  const { plan } = call;
  board.later(call, plan.talkMs, () => endTalk(board, call, plan.endedBy));
  if (plan.holdAfterMs !== undefined) {
    board.later(call, plan.holdAfterMs, () => hold(board, call));
    board.later(call, plan.holdAfterMs + (plan.holdMs ?? 3_000), () => unhold(board, call));
  }
}

export function bridge(board: Board, legs: readonly Leg[], bridgeId: string): void {
  board.emit('BridgeCreate', bridgeFields(bridgeId, 0));
  legs.forEach((leg, index) => {
    leg.bridgeId = bridgeId;
    board.emit('BridgeEnter', [...bridgeFields(bridgeId, index + 1), ...legFields(leg)]);
  });
}

export function unbridge(board: Board, legs: readonly Leg[], bridgeId: string): void {
  legs.forEach((leg, index) => {
    leg.bridgeId = '';
    board.emit('BridgeLeave', [...bridgeFields(bridgeId, legs.length - 1 - index), ...legFields(leg)]);
  });
  board.emit('BridgeDestroy', bridgeFields(bridgeId, 0));
}

export function hold(board: Board, call: Call): void {
  if (!call.talk || call.onHold) return;
  call.onHold = true;
  call.talk.member.onHold = true;
  board.emit('Hold', [...legFields(call.talk.leg), ['MusicClass', 'default']]);
  board.sayStatus(call.talk.member);
}

export function unhold(board: Board, call: Call): void {
  if (!call.talk || !call.onHold) return;
  call.onHold = false;
  call.talk.member.onHold = false;
  board.emit('Unhold', legFields(call.talk.leg));
  board.sayStatus(call.talk.member);
}

const COMPLETED = { caller: 'COMPLETECALLER', agent: 'COMPLETEAGENT' } as const;

/** The talk is over. Where the agent ends it, the caller stays on the line for a moment. */
export function endTalk(board: Board, call: Call, by: 'caller' | 'agent'): void {
  const talk = call.talk;
  if (!talk) return;
  const queue = queueOf(call);
  board.emit('HangupRequest', legFields(by === 'caller' ? call.leg : talk.leg));
  const talked = closeTalk(board, call, by);
  const waited = seconds(talk.at - call.joinedAt);
  board.note(call.leg.uniqueid, queue, talk.member.name, COMPLETED[by], waited, talked, call.positionAtJoin);
  delete call.queue;
  release(board, talk.member, talk.leg, [16, 'Normal Clearing']);
  if (by === 'caller') softHangUp(board, call, 16, 'Normal Clearing');
  else {
    exitEvent(board, call, queue, 'CONTINUE');
    goodbye(board, call);
  }
  board.onFree(talk.member);
  offerEverywhere(board);
}

/** Says `AgentComplete` and takes both legs off the bridge. @returns the talk in whole seconds */
export function closeTalk(board: Board, call: Call, reason: 'caller' | 'agent' | 'transfer'): number {
  const talk = call.talk;
  if (!talk) return 0;
  board.forget(call);
  if (call.onHold) unhold(board, call);
  const talked = seconds(board.time - talk.at);
  board.emit('AgentComplete', [
    ...both(call, talk.leg),
    ...memberLines(call, talk.member),
    ['HoldTime', seconds(talk.at - call.joinedAt)],
    ['TalkTime', talked],
    ['Reason', reason],
  ]);
  const counters = board.counters.get(queueOf(call));
  if (counters) counters.talkSeconds = Math.floor((3 * counters.talkSeconds + talked) / 4);
  unbridge(board, [call.leg, talk.leg], talk.bridgeId);
  delete call.talk;
  talk.member.callsTaken += 1;
  talk.member.lastCallAt = board.time;
  return talked;
}

/** The agent's leg is gone; his telephone is free again. */
export function release(board: Board, member: Member, leg: Leg, cause: readonly [number, string]): void {
  board.hangUp(leg, cause[0], cause[1]);
  member.ringing = false;
  member.leg = null;
  member.onHold = false;
  board.sayStatus(member);
}
