import type { Actor, Role } from '@hotline/organization';
import { type DutyChange, record, release, take } from './duty-steps.js';
import { type Duty, judge, SHIPPED_SETTING } from './missed.js';

const NOW = new Date('2026-03-10T09:00:00+08:00');
const person = (accountId: string, role: Role = 'agent'): Actor => ({
  accountId,
  name: accountId,
  displayName: accountId,
  memberships: [{ id: 'm', role, unitId: 'gd', path: 'cn/44/' }],
});
const ME = person('me');
const duty = (over: Partial<Duty> = {}): Duty => ({
  id: 'd',
  unitId: 'gd',
  unitPath: 'cn/44/',
  dueAt: NOW,
  takenBy: null,
  attempts: 0,
  closedAt: null,
  ...over,
});

describe('a call that is over', () => {
  it.each([
    ['answered', { end: 'answered', callBackRequested: false }, { kind: 'through' }],
    ['answered after a wish', { end: 'answered', callBackRequested: true }, { kind: 'through' }],
    ['given up', { end: 'abandoned', callBackRequested: false }, { kind: 'missed', reason: 'abandoned' }],
    ['at the limit', { end: 'limit', callBackRequested: false }, { kind: 'missed', reason: 'limit' }],
    [
      'refused by a full queue',
      { end: 'full', callBackRequested: false },
      { kind: 'missed', reason: 'full' },
    ],
    ['nobody there', { end: 'empty', callBackRequested: false }, { kind: 'missed', reason: 'empty' }],
    ['in the menu', { end: 'left_ivr', callBackRequested: false }, { kind: 'missed', reason: 'left-ivr' }],
    ['out of hours', { end: 'closed', callBackRequested: false }, { kind: 'missed', reason: 'out-of-hours' }],
    ['asked by key', { end: 'key', callBackRequested: true }, { kind: 'missed', reason: 'call-back' }],
    ['left by another key', { end: 'key', callBackRequested: false }, { kind: 'nothing' }],
    ['ended unseen', { end: 'lost', callBackRequested: false }, { kind: 'nothing' }],
  ] as const)('%s', (_, call, expected) => {
    expect(judge(call)).toEqual(expected);
  });
});

const of = (decision: { ok: true; value: DutyChange } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? decision.value : decision.refusal.code;

describe('a duty', () => {
  it.each([
    ['is taken', take(duty(), ME, NOW), { takenBy: 'me', takenAt: NOW }],
    ['is kept by who has it', take(duty({ takenBy: 'me' }), ME, NOW), { takenBy: 'me' }],
    ['is not taken from another', take(duty({ takenBy: 'you' }), ME, NOW), 'already-taken'],
    ['is over', take(duty({ closedAt: NOW }), ME, NOW), 'wrong-state'],
    ['is given back', release(duty({ takenBy: 'me' }), ME), { takenBy: null }],
    ['is not given back for another', release(duty({ takenBy: 'you' }), ME), 'already-taken'],
    [
      'is given back by who manages',
      release(duty({ takenBy: 'you' }), person('boss', 'supervisor')),
      { takenBy: null },
    ],
    ['that nobody has is not given back', release(duty(), ME), 'wrong-state'],
  ] as const)('%s', (_, decision, expected) => {
    const found = of(decision);
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });

  it.each([
    ['reached ends it', duty(), 'reached', null, { result: 'reached', attempts: 1, takenBy: 'me' }],
    ['not reached leaves it', duty(), 'not-reached', null, { result: null, attempts: 1 }],
    [
      'not reached for the last time ends it',
      duty({ attempts: 2 }),
      'not-reached',
      null,
      { result: 'not-reached', attempts: 3 },
    ],
    ['not needed wants a reason', duty(), 'not-needed', null, 'reason-required'],
    [
      'not needed ends it and is no attempt',
      duty(),
      'not-needed',
      '骚扰电话',
      { result: 'not-needed', attempts: 0 },
    ],
  ] as const)('%s', (_, one, outcome, note, expected) => {
    const found = of(record(one, ME, outcome, note, SHIPPED_SETTING, NOW));
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });
});
