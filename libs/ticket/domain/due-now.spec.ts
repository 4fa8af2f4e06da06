import { besideTheTurn, dueNow, type NowStep } from './due-now.js';
import type { ClockKind, ExpectedStep, TicketFacts } from './facts.js';
import type { TicketVerb } from './lifecycle/index.js';

const COUNTY = { id: 'county', path: 'cn/gd/sz/ns/' };
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9));
const clock = (kind: ClockKind, day: number, subjectId: string | null = null, unitId = 'county') => ({
  id: `${kind} ${day}`,
  kind,
  unitId,
  subjectId,
  dueAt: at(day),
});
const facts = (expected: ExpectedStep, paused = false): Pick<TicketFacts, 'turn' | 'pauses'> => ({
  turn: { unit: COUNTY, expected },
  pauses: paused ? [{ id: 'p', hopId: 'h', unitId: 'county', from: at(1), until: at(9), endedAt: null }] : [],
});
const RUNNING = [
  clock('promise', 20),
  clock('handle', 12),
  clock('support', 3, 'part-1', 'baoan'),
  clock('support', 5, 'part-2', 'longgang'),
  clock('extension-ruling', 2, 'request', 'city'),
  clock('order', 4, 'order'),
];

it.each<[string, ExpectedStep, TicketVerb[], string[], NowStep, boolean, string | null]>([
  ['the holder reports by its own clock', 'report', ['report'], [], 'report', true, 'handle 12'],
  [
    'an order does not hide the report',
    'report',
    ['report', 'answer-order'],
    [],
    'report',
    true,
    'handle 12',
  ],
  ['the ruler rules', 'report', ['rule-extension', 'urge'], [], 'rule-extension', true, 'extension-ruling 2'],
  ['a part by its own clock', 'report', ['report-support'], ['part-2'], 'report-support', true, 'support 5'],
  ['a superior waits', 'report', ['urge', 'supervise'], [], 'report', false, 'handle 12'],
  ['nobody rules a request that has no clock', 'sign', ['rule-exclusion'], [], 'sign', false, null],
])('%s', (_, expected, verbs, parts, step, mine, clockId) => {
  expect(dueNow(facts(expected), verbs, RUNNING, parts)).toMatchObject({ step, mine, clockId });
});

it('signs by whichever of signing and first contact is due first', () => {
  const running = [clock('sign', 3), clock('contact', 2)];
  expect(dueNow(facts('sign'), ['sign'], running)).toMatchObject({ step: 'sign', clockId: 'contact 2' });
});

it('rests while a pause runs, and says until when', () => {
  expect(dueNow(facts('report', true), ['resume'], RUNNING)).toMatchObject({
    step: 'paused',
    mine: true,
    pausedUntil: at(9),
  });
  expect(dueNow(facts('report', true), [], RUNNING)).toMatchObject({ step: 'paused', mine: false });
});

it('is nothing once nothing is owed', () => {
  expect(dueNow({ turn: null, pauses: [] }, [], [])).toBeNull();
});

it.each<[string, ExpectedStep | null, string | null, ClockKind | null]>([
  ['the clock of the step itself', 'report', 'handle', null],
  ['the first contact, due beside the signing', 'sign', 'contact', null],
  ['the promise, which is everybody’s', 'review', 'promise', null],
  ['a part of a supporting unit', 'report', 'support', 'support'],
  ['an order of a superior', 'sign', 'order', 'order'],
  ['a ruling while the holder works on', 'report', 'ruling', 'ruling'],
  ['no clock', 'report', null, null],
  ['no turn', null, 'order', null],
  ['a kind from later days', 'report', 'unheard-of', null],
])('beside the turn: %s', (_, expected, kind, beside) => {
  expect(besideTheTurn(expected, kind)).toBe(beside);
});
