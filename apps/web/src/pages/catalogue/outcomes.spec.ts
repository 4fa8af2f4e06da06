import type { DryRun } from '../../api/contract';
import { outcomeFrom, outcomesOf } from './outcomes';

const run = (part: Partial<DryRun>): DryRun => ({
  id: 'r',
  draftId: 'd',
  draftVersion: 1,
  startedBy: '',
  startedAt: '2026-03-01T00:00:00Z',
  state: 'finished',
  total: 500,
  done: 500,
  same: 0,
  changed: 0,
  becomesUnclear: 0,
  becomesClear: 0,
  finishedAt: null,
  groups: [],
  ...part,
});

describe('what a dry run would change', () => {
  it.each<[string, Partial<DryRun>, number[]]>([
    ['shares of those judged', { same: 400, changed: 75, becomesUnclear: 25 }, [80, 15, 5, 0]],
    ['one ticket is still seen', { same: 499, changed: 1 }, [100, 1, 0, 0]],
    ['nothing judged yet', { done: 0 }, [0, 0, 0, 0]],
  ])('%s', (_, part, shares) => {
    const found = outcomesOf(run(part));
    expect(found.map(({ share }) => share)).toEqual(shares);
    expect(found.map(({ outcome }) => outcome)).toEqual([
      'same',
      'changed',
      'becomes-unclear',
      'becomes-clear',
    ]);
  });

  it.each([
    ['changed', 'changed'],
    ['weather', undefined],
    [null, undefined],
  ])('reads %s from the address', (asked, outcome) => expect(outcomeFrom(asked)).toBe(outcome));
});
