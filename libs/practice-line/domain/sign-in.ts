import { offerEverywhere } from './agent-journey.js';
import type { Board } from './board.js';
import { type Member, memberFields } from './member.js';

export interface SignIn {
  readonly interface: string;
  readonly name: string;
  readonly queue: string;
  readonly pausedReason: string | null;
  /** Rung only while nobody with a smaller one is free, as Asterisk does. */
  readonly penalty?: number;
}

/** @returns why not, in the words of Asterisk */
export function addMember(
  board: Board,
  { interface: address, name, queue, pausedReason, penalty = 0 }: SignIn,
): string | undefined {
  if (!board.queue(queue)) return 'Unable to add interface to queue: No such queue';
  const member = board.members.get(address) ?? newMember(board, address, name, penalty);
  if (member.queues.has(queue)) return 'Unable to add interface: Already there';
  member.queues.add(queue);
  if (pausedReason !== null) member.pausedReason = pausedReason;
  board.members.set(address, member);
  board.emit('QueueMemberAdded', memberFields(member, queue));
  board.note('MANAGER', queue, member.name, 'ADDMEMBER', pausedReason === null ? '' : 'PAUSED');
  offerEverywhere(board);
  return undefined;
}

function newMember(board: Board, address: string, name: string, penalty: number): Member {
  return {
    interface: address,
    name: name || address,
    queues: new Set(),
    penalty,
    signedInAt: board.time,
    registered: true,
    pausedReason: null,
    pausedAt: 0,
    callsTaken: 0,
    lastCallAt: 0,
    ringing: false,
    leg: null,
    onHold: false,
  };
}

export function removeMember(board: Board, address: string, queue: string): string | undefined {
  const member = board.members.get(address);
  if (!member?.queues.has(queue)) return 'Unable to remove interface: Not there';
  member.queues.delete(queue);
  board.emit('QueueMemberRemoved', memberFields(member, queue));
  board.note('MANAGER', queue, member.name, 'REMOVEMEMBER');
  if (member.queues.size === 0) board.members.delete(address);
  return undefined;
}

/** Pauses or resumes a member; said once for each queue he is on, as Asterisk does. */
export function pauseMember(
  board: Board,
  { interface: address, reason, queue }: { interface: string; reason: string | null; queue?: string },
): string | undefined {
  const member = board.members.get(address);
  const queues = member ? [...member.queues].filter((name) => !queue || name === queue) : [];
  if (!member || queues.length === 0) return 'Interface not found';
  member.pausedReason = reason;
  if (reason !== null) member.pausedAt = board.time;
  const event = reason === null ? 'UNPAUSE' : 'PAUSE';
  if (!queue) board.note('NONE', 'NONE', member.name, `${event}ALL`, reason ?? '');
  for (const name of queues) {
    board.emit('QueueMemberPause', memberFields(member, name));
    board.note('NONE', name, member.name, event, reason ?? '');
  }
  if (reason === null) offerEverywhere(board);
  return undefined;
}

/** The telephone has lost or found its registration; the member stays on his queues. */
export function setRegistered(board: Board, address: string, registered: boolean): void {
  const member = board.members.get(address);
  if (!member || member.registered === registered) return;
  member.registered = registered;
  board.emit('PeerStatus', [
    ['ChannelType', 'PJSIP'],
    ['Peer', address],
    ['PeerStatus', registered ? 'Reachable' : 'Unreachable'],
  ]);
  board.sayStatus(member);
  if (registered) offerEverywhere(board);
}
