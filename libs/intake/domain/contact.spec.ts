import { type ContactInput, contactOutcome, contactTimes } from './contact.js';

const now = new Date('2026-03-16T02:00:00Z');
const call: ContactInput = { channel: 'call', startedAt: '2026-03-16T01:50:00Z', outcome: 'answered' };

describe('times of a contact', () => {
  it.each<[string, Partial<ContactInput>, string | null]>([
    ['only begun', {}, null],
    ['in order', { answeredAt: '2026-03-16T01:50:08Z', endedAt: '2026-03-16T01:58:00Z' }, null],
    [
      'answered and ended at once',
      { answeredAt: '2026-03-16T01:50:00Z', endedAt: '2026-03-16T01:50:00Z' },
      null,
    ],
    ['other zones', { startedAt: '2026-03-16T09:50:00+08:00', endedAt: '2026-03-16T01:51:00Z' }, null],
    ['a clock two minutes ahead', { startedAt: '2026-03-16T02:02:00Z' }, null],
    ['tomorrow', { startedAt: '2026-03-17T01:50:00Z' }, 'startedAt'],
    ['ends in an hour', { endedAt: '2026-03-16T03:00:00Z' }, 'endedAt'],
    ['ended before it began', { endedAt: '2026-03-16T01:49:59Z' }, 'endedAt'],
    ['answered before it began', { answeredAt: '2026-03-16T01:49:59Z' }, 'answeredAt'],
    [
      'ended before it was answered',
      { answeredAt: '2026-03-16T01:51:00Z', endedAt: '2026-03-16T01:50:30Z' },
      'endedAt',
    ],
    ['no time at all', { startedAt: 'soon' }, 'startedAt'],
  ])('%s', (_, change, field) => {
    const decision = contactTimes({ ...call, ...change }, now);
    expect(decision.ok ? null : decision.refusal.field).toBe(field);
  });
});

describe('outcome of a contact', () => {
  const answeredAt = '2026-03-16T01:50:08Z';
  it.each<[string, Partial<ContactInput>, string | null]>([
    ['answered', { answeredAt }, null],
    ['answered and rated', { answeredAt, callRating: 'satisfied' }, null],
    ['missed', { outcome: 'abandoned' }, null],
    ['missed, nobody pressed a key', { outcome: 'abandoned', callRating: 'not-rated' }, null],
    ['a web form has no answer time', { channel: 'web' }, null],
    ['silent', { outcome: 'silent', answeredAt }, null],
    ['answered without a time', {}, 'invalid-input'],
    ['a ticket from a call nobody answered', { outcome: 'open' }, 'invalid-input'],
    ['missed but answered', { outcome: 'abandoned', answeredAt }, 'invalid-input'],
    ['rated without an answer', { outcome: 'abandoned', callRating: 'satisfied' }, 'rating-without-contact'],
  ])('%s', (_, change, code) => {
    const decision = contactOutcome({ ...call, ...change });
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});
