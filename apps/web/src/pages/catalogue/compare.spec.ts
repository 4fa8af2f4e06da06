import { compareRules, isSameRules } from './compare';
import { blankRule, type EditedRule } from './rules';

const rule = (no: number, part: Partial<EditedRule> = {}): EditedRule => ({
  ...blankRule([], `k${no}`),
  no,
  ...part,
});

describe('the newer copy against what is typed here', () => {
  it('finds rules added, removed and changed by their number', () => {
    const theirs = [rule(1), rule(2, { name: '旧' }), rule(3)];
    const mine = [rule(2, { name: '新', rank: 5 }), rule(3), rule(4)];
    const found = compareRules(theirs, mine);
    expect(found.added.map(({ no }) => no)).toEqual([4]);
    expect(found.removed.map(({ no }) => no)).toEqual([1]);
    expect(found.changed).toEqual([
      {
        no: 2,
        name: '新',
        fields: [
          { field: 'name', before: ['旧'], after: ['新'] },
          { field: 'rank', before: ['30'], after: ['5'] },
        ],
      },
    ]);
    expect(found.same).toBe(1);
  });

  it.each<[string, Partial<EditedRule>, Partial<EditedRule>, string[]]>([
    ['conditions are sets', { when: { tags: ['a', 'b'] } }, { when: { tags: ['b', 'a'] } }, []],
    [
      'places have an order',
      { routeBy: ['caller', 'workplace'] },
      { routeBy: ['workplace', 'caller'] },
      ['routeBy'],
    ],
    [
      'what a chain does not use is no difference',
      { chain: 'industrial', level: 'city' },
      { chain: 'industrial' },
      [],
    ],
    ['a unit counts for its chain only', { unitId: 'u' }, {}, []],
    ['another unit', { chain: 'unit', unitId: 'u' }, { chain: 'unit', unitId: 'v' }, ['unitId']],
  ])('%s', (_, before, after, fields) => {
    const found = compareRules([rule(1, before)], [rule(1, after)]);
    expect(found.changed.flatMap((one) => one.fields.map(({ field }) => field))).toEqual(fields);
    expect(isSameRules(found)).toBe(fields.length === 0);
  });

  it('answers the second of a number to the second', () => {
    const found = compareRules([rule(1), rule(1, { name: '二' })], [rule(1), rule(1, { name: '贰' })]);
    expect(found.changed.map(({ name }) => name)).toEqual(['贰']);
  });
});
