import type { Field, Leg } from './frames.js';

/** An agent's telephone on the queues, as `app_queue` keeps it. */
export interface Member {
  readonly interface: string;
  readonly name: string;
  readonly queues: Set<string>;
  readonly penalty: number;
  readonly signedInAt: number;
  registered: boolean;
  pausedReason: string | null;
  pausedAt: number;
  callsTaken: number;
  lastCallAt: number;
  ringing: boolean;
  leg: Leg | null;
  onHold: boolean;
}

/** 1 free, 2 in use, 5 unavailable, 6 ringing, 8 on hold (device states of Asterisk). */
export type MemberStatus = 1 | 2 | 5 | 6 | 8;

export function memberStatus(member: Member): MemberStatus {
  if (!member.registered) return 5;
  if (member.ringing) return 6;
  if (member.leg) return member.onHold ? 8 : 2;
  return 1;
}

const DEVICE_WORDS: Readonly<Record<MemberStatus, string>> = {
  1: 'NOT_INUSE',
  2: 'INUSE',
  5: 'UNAVAILABLE',
  6: 'RINGING',
  8: 'ONHOLD',
};

export const deviceWord = (status: MemberStatus): string => DEVICE_WORDS[status];

export const isFree = (member: Member): boolean => memberStatus(member) === 1 && member.pausedReason === null;

const seconds = (ms: number): number => Math.floor(ms / 1000);

export function memberFields(member: Member, queue: string): Field[] {
  return [
    ['Queue', queue],
    ['MemberName', member.name],
    ['Interface', member.interface],
    ['StateInterface', member.interface],
    ['Membership', 'dynamic'],
    ['Penalty', member.penalty],
    ['CallsTaken', member.callsTaken],
    ['LastCall', seconds(member.lastCallAt)],
    ['LastPause', seconds(member.pausedAt)],
    ['LoginTime', seconds(member.signedInAt)],
    ['InCall', member.leg && !member.ringing ? 1 : 0],
    ['Status', memberStatus(member)],
    ['Paused', member.pausedReason === null ? 0 : 1],
    ['PausedReason', member.pausedReason ?? ''],
    ['Ringinuse', 0],
    ['Wrapuptime', 0],
  ];
}
