import type { WallPicture } from '../../api/contract';
import { alertsOf, percentText, rateTone, waitTone } from './tone';

const calls = { arrived: 0, asked: 0, answered: 0, abandoned: 0 };
const none = { numerator: 0, denominator: 0 };
const rate = { letter: 'A', version: 1, seconds: null, today: none, recent: none };
const quiet: WallPicture = {
  waiting: { count: 0, longestSince: null, busiest: 0 },
  agents: { present: 0, states: {} },
  connection: rate,
  service: rate,
  calls: { today: calls, recent: calls },
  cards: { red: { count: 0, atLeast: false }, yellow: { count: 0, atLeast: false } },
  alarms: { flags: [], newest: null, urgent: { unread: 0, overdue: 0, since: null } },
  trail: { from: '', until: '', points: [], gaps: [] },
  lines: [],
  limits: { waiting: 20, waitSeconds: 30, connection: 95, service: 80 },
};

describe('tones of a wall', () => {
  it.each([
    [29, 'plain'],
    [30, 'warn'],
    [59, 'warn'],
    [60, 'grave'],
  ])('%i seconds of waiting are %s', (seconds, tone) => {
    expect(waitTone(seconds, 30)).toBe(tone);
  });

  it.each([
    [9, 9, 'plain'],
    [8, 9, 'plain'],
    [19, 20, 'plain'],
    [18, 20, 'warn'],
  ])('%i of %i answered is %s', (numerator, denominator, tone) => {
    expect(rateTone({ numerator, denominator }, 95)).toBe(tone);
  });

  it.each([
    [0, 0, '—'],
    [0, 12, '0.0'],
    [12, 12, '100.0'],
    [2_999, 3_000, '>99.9'],
    [1, 3_000, '<0.1'],
    [961, 1_000, '96.1'],
    [1, 3, '33.3'],
  ])('%i of %i is written %s', (numerator, denominator, text) => {
    expect(percentText({ numerator, denominator })).toBe(text);
  });

  it('is silent when nothing is wrong', () => {
    expect(alertsOf(quiet, 0)).toEqual([]);
  });

  it('names what nobody has read of before what waits, and a new group by its place', () => {
    const since = '2026-03-16T02:00:00.000Z';
    const newest = { level: 10, people: 12, place: '深圳', at: since };
    const told = (overdue: number): WallPicture => ({
      ...quiet,
      alarms: { flags: [], newest, urgent: { unread: 2, overdue, since } },
      waiting: { count: 21, longestSince: since, busiest: 23 },
    });
    const said = (wall: WallPicture) => alertsOf(wall, 0).map(({ text, tone }) => `${text} ${tone}`);
    expect(said(told(0))).toEqual(['urgent warn', 'tooMany warn', 'flag warn']);
    expect(said(told(1))).toEqual(['urgent grave', 'tooMany warn', 'flag warn']);
    expect(alertsOf(told(0), 0)[2]?.values).toEqual({ level: 10, people: 12, place: '深圳' });
  });

  it('names a line that is down first, and no more than three things', () => {
    const down = { id: 'a', name: '河南', unitName: '河南省总工会', light: 'down' as const, downSince: null };
    const wall: WallPicture = {
      ...quiet,
      waiting: { count: 21, longestSince: '2026-03-16T02:00:00.000Z', busiest: 23 },
      connection: { ...rate, recent: { numerator: 5, denominator: 20 } },
      lines: [down],
    };
    expect(alertsOf(wall, 40).map(({ text }) => text)).toEqual(['lineDown', 'tooMany', 'tooLong']);
    expect(alertsOf(wall, 70).map(({ text }) => text)).toEqual(['lineDown', 'tooLong', 'tooMany']);
  });
});
