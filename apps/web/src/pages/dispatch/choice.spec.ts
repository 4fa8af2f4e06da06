import type { Suggestion, UnitBrief } from '../../api/contract';
import { dispatchBody, FIRST_CHOICE, rowOf, unitOf, type Choice } from './choice';

const unit = (id: string): UnitBrief => ({ id, code: id, name: id, level: 'county', kind: 'territorial' });
const suggestion = (id: string): Suggestion => ({
  unit: unit(id),
  support: [],
  chain: [],
  share: 50,
  reasons: [],
});
const two = [suggestion('a'), suggestion('b')];
const other = (change: Partial<Choice>): Choice => ({ ...FIRST_CHOICE, row: 6, ...change });
const both = [{ ...suggestion('a'), support: [unit('s')] }];

describe('whom the dispatcher chose', () => {
  it.each<[string, Choice, Suggestion[], object | null]>([
    ['the first suggestion', FIRST_CHOICE, two, { unitId: 'a' }],
    ['the second suggestion', { ...FIRST_CHOICE, row: 2 }, two, { unitId: 'b' }],
    ['nothing to suggest and nothing named', FIRST_CHOICE, [], null],
    ['another unit without a reason', other({ unit: unit('c') }), two, null],
    ['a reason without a unit', other({ why: 'industry' }), two, null],
    [
      'another unit with a reason',
      other({ unit: unit('c'), why: 'industry' }),
      two,
      { unitId: 'c', reasonCode: 'industry' },
    ],
    [
      'and a note',
      other({ unit: unit('c'), why: 'other', note: ' port union ' }),
      two,
      { unitId: 'c', reasonCode: 'other', reason: 'port union' },
    ],
    ['the suggestion’s support, with nothing asked of it', FIRST_CHOICE, both, null],
    [
      'the suggestion’s support',
      { ...FIRST_CHOICE, asked: ' 核实 ' },
      both,
      { unitId: 'a', support: [{ unitId: 's', asked: '核实' }] },
    ],
    ['the lead alone', { ...FIRST_CHOICE, support: [] }, both, { unitId: 'a' }],
  ])('%s', (_, choice, suggestions, expected) => {
    expect(dispatchBody(choice, suggestions)).toEqual(expected);
  });

  it('falls to the override when the chosen suggestion is gone', () => {
    expect(rowOf({ ...FIRST_CHOICE, row: 4 }, two)).toBe(6);
    expect(unitOf({ ...FIRST_CHOICE, row: 4 }, two)).toBeNull();
  });
});
