import type { Actor, Role, Unit } from '@hotline/organization';
import { GUANGDONG, NANSHAN, NATION, SHENZHEN } from '../../../test/support/small-tree.js';
import { readCursor, writeCursor } from './list-cursor.js';
import { narrowed, ownTurns, runsOf, type TicketViewName } from './list-views.js';
import { numberPrefix } from './ticket-number.js';

const person = (...posts: [Role, Unit][]): Actor => ({
  accountId: '00000000-0000-7000-8000-0000000000aa',
  name: 'somebody',
  displayName: '某人',
  memberships: posts.map(([role, unit], n) => ({ id: `m${n}`, role, unitId: unit.id, path: unit.path })),
});
const turns = (view: TicketViewName, actor: Actor, below: string | null = null) =>
  ownTurns(view, actor, below)?.map(({ unitIds, steps }) => `${unitIds.length}: ${steps.join(' ')}`) ?? null;

describe('what is mine to do', () => {
  it.each<[string, TicketViewName, Actor, string | null, string[] | null]>([
    [
      'a handler does the work of the unit',
      'mine-to-do',
      person(['handler', NANSHAN]),
      null,
      ['1: sign contact-worker report rule-return review'],
    ],
    ['an agent calls back', 'mine-to-do', person(['agent', NATION]), null, ['1: call-back close']],
    ['and signs nothing', 'to-sign', person(['agent', NATION]), null, []],
    [
      'two posts of one role are one question',
      'to-sign',
      person(['handler', NANSHAN], ['handler', SHENZHEN]),
      null,
      ['2: sign'],
    ],
    [
      'two roles in two units are two',
      'mine-to-do',
      person(['agent', NATION], ['dispatcher', GUANGDONG]),
      null,
      ['1: call-back close', '1: dispatch rule-return'],
    ],
    [
      'narrowed to one unit, the others are left out',
      'to-sign',
      person(['handler', NANSHAN], ['handler', GUANGDONG]),
      SHENZHEN.path,
      ['1: sign'],
    ],
    ['where tickets lie is another question', 'open', person(['handler', NANSHAN]), null, null],
  ])('%s', (_, view, actor, below, answer) => {
    expect(turns(view, actor, below)).toEqual(answer);
  });
});

describe('narrowing to a unit', () => {
  it.each<[string, string[], string | null, string[]]>([
    ['nothing asked', ['cn/44/'], null, ['cn/44/']],
    ['a unit below', ['cn/44/'], 'cn/44/4403/', ['cn/44/4403/']],
    ['a unit above shows no more than before', ['cn/44/4403/'], 'cn/', ['cn/44/4403/']],
    ['a unit elsewhere shows nothing', ['cn/44/'], 'cn/43/', []],
    ['one of two', ['cn/44/', 'cn/43/'], 'cn/43/4301/', ['cn/43/4301/']],
  ])('%s', (_, prefixes, below, answer) => {
    expect(narrowed(prefixes, below)).toEqual(answer);
  });
});

describe('runs of a list', () => {
  it.each([
    ['open work ends with the open ones', runsOf('open', 'due'), ['open']],
    ['all: open ones by deadline, then closed ones', runsOf('all', 'due'), ['open', 'closed']],
    ['closed alone', runsOf('all', 'due', ['closed']), ['closed']],
    ['open states alone', runsOf('all', 'due', ['handling', 'reported']), ['open']],
    ['closed among open work: nothing', runsOf('red', 'due', ['closed']), []],
    ['what others handle now is in no order of work', runsOf('once-handled', 'due'), ['newest']],
    ['newest is one run', runsOf('all', 'newest'), ['newest']],
  ])('%s', (_, runs, answer) => {
    expect(runs).toEqual(answer);
  });
});

describe('the cursor', () => {
  const cursor = {
    run: 'open',
    key: '2026-03-12 17:30:00.123456+08',
    id: '00000000-0000-7000-8000-000000000001',
  } as const;

  it('comes back as it went', () => {
    expect(writeCursor(cursor)).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each(['', 'x', 'a'.repeat(300), '%%%', btoa('open|now|1'), btoa("open|2026-03-12' or 1=1|x"), 'AAAAA'])(
    'refuses %j',
    (text) => {
      expect(readCursor(text)).toBeNull();
    },
  );
});

describe('a ticket number', () => {
  it.each([
    ['20260316-00655', '20260316-00655'],
    ['2026031600655', '20260316-00655'],
    [' ２０２６０３１６－006 ', '20260316-006'],
    ['20260316', '20260316'],
    ['2026031', null],
    ['拖欠工资', null],
  ])('%s → %s', (text, prefix) => {
    expect(numberPrefix(text)).toBe(prefix);
  });
});
