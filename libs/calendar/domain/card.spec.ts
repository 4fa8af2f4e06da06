import { cardAt, nextCardAt, type Card } from './card.js';
import { at } from './spec-times.js';

const startedAt = at('2026-11-23 09:00');
const yellowAt = at('2026-11-24 17:30');
const dueAt = at('2026-11-25 17:30');

describe('cardAt', () => {
  it.each<[why: string, now: string, stopped: string | null, card: Card]>([
    ['before the start', '2026-11-23 08:59', null, 'none'],
    ['in time', '2026-11-24 17:29:59.999', null, 'none'],
    ['yellow from its moment on', '2026-11-24 17:30', null, 'yellow'],
    ['still yellow at the due moment', '2026-11-25 17:30', null, 'yellow'],
    ['red after it', '2026-11-25 17:30:00.001', null, 'red'],
    ['stopped in yellow', '2026-11-25 10:00', '2026-11-25 09:00', 'none'],
    ['stopped at the due moment', '2026-12-01 10:00', '2026-11-25 17:30', 'none'],
    ['stopped late', '2026-12-01 10:00', '2026-11-26 09:00', 'red'],
    ['looked at before it stopped', '2026-11-25 08:00', '2026-11-25 09:00', 'yellow'],
  ])('%s', (_why, now, stopped, card) => {
    const stoppedAt = stopped === null ? null : at(stopped);
    expect(cardAt({ startedAt, yellowAt, dueAt, stoppedAt }, at(now))).toBe(card);
  });
});

describe('nextCardAt', () => {
  const running = { startedAt, yellowAt, dueAt, stoppedAt: null };

  it('leads through every change of the card', () => {
    const seen: Card[] = [];
    let now: Date | undefined = startedAt;
    while (now !== undefined) {
      seen.push(cardAt(running, now));
      now = nextCardAt(running, now);
    }
    expect(seen).toEqual(['none', 'yellow', 'red']);
  });

  it('is nothing for a stopped clock', () => {
    expect(nextCardAt({ ...running, stoppedAt: yellowAt }, startedAt)).toBeUndefined();
  });
});
