import { blankForm } from './contact-form';
import { contactBody, leadsTo, missingFor, ticketBody } from './submission';

const start = '2026-03-16T06:00:00.000Z';
const end = '2026-03-16T06:05:00.000Z';
const form = {
  ...blankForm('call', start),
  number: '138 0000 2046',
  answeredAt: start,
  endedAt: end,
  kind: 'complaint' as const,
  field: 'pay',
  confidentiality: 'employer-blind' as const,
  places: {
    caller: { code: '440300', name: '广东省深圳市', guessed: true },
    workplace: { code: '440305', name: '广东省深圳市南山区', guessed: false },
    employerSeat: null,
    insurance: null,
  },
  text: '  来电人称公司拖欠工资。',
};

it('says the same words however often it is asked', () => {
  expect(JSON.stringify(ticketBody(form, 'd'))).toBe(JSON.stringify(ticketBody({ ...form }, 'd')));
});

it('sends the contact with the ticket, without empty fields and without the names of places', () => {
  const body = ticketBody(form, 'd');
  expect(body).toMatchObject({ title: '公司拖欠工资', text: '来电人称公司拖欠工资。', draftId: 'd' });
  expect(body.worker).toEqual({ phone: '13800002046' });
  expect(body.places).toEqual({
    caller: { code: '440300', guessed: true },
    workplace: { code: '440305', guessed: false },
  });
  expect(body.contact).toMatchObject({
    outcome: 'open',
    number: '13800002046',
    answeredAt: start,
    endedAt: end,
  });
  expect(body).not.toHaveProperty('employer');
  expect(body).not.toHaveProperty('dispatchTo');
});

it.each([
  ['abandoned', { ...form, answeredAt: null }, undefined],
  ['answered', { ...form, answeredAt: null }, start],
  ['answered', { ...form, channel: 'letter' as const, answeredAt: null }, undefined],
] as const)('%s: when it was answered', (outcome, given, answeredAt) => {
  expect(contactBody(given, outcome).answeredAt).toBe(answeredAt);
});

it.each([
  ['dispatch', blankForm('call', start), ['kind', 'field', 'confidentiality', 'text']],
  ['answer', blankForm('call', start), ['kind', 'text']],
  ['answer', { ...blankForm('call', start), kind: 'consult' as const, text: ' 问 ' }, []],
  ['dispatch', form, []],
] as const)('%s lacks', (purpose, given, fields) => {
  expect(missingFor(given, purpose)).toEqual(fields);
});

it.each([
  ['consult', 'answer'],
  ['praise', 'answer'],
  ['invalid', 'answer'],
  ['help', 'dispatch'],
  ['complaint', 'dispatch'],
] as const)('%s leads to %s', (kind, end_) => {
  expect(leadsTo({ ...form, kind })).toBe(end_);
});
