import type { CatalogueRule } from './catalogue.js';
import { compareCatalogues } from './compare-catalogues.js';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.js';

const { rules } = SHIPPED_CATALOGUE;
const pay = rules.find((rule) => rule.no === 12) as CatalogueRule;
const changedTo = (change: Partial<CatalogueRule>) =>
  compareCatalogues([pay], [{ ...pay, ...change }]).changed.flatMap((one) => one.fields);

describe('two versions side by side', () => {
  it('are the same when nothing differs, whatever the order', () => {
    expect(compareCatalogues(rules, [...rules].reverse())).toEqual({
      added: [],
      removed: [],
      changed: [],
      same: rules.length,
    });
  });

  it('know rules by their numbers', () => {
    const fresh = { ...pay, no: 99 };
    const without = rules.filter((rule) => rule.no !== 12);
    expect(compareCatalogues(rules, [...without, fresh])).toMatchObject({
      added: [fresh],
      removed: [pay],
      changed: [],
      same: rules.length - 1,
    });
    expect(compareCatalogues([pay], [pay, { ...pay, name: '又一条' }])).toMatchObject({
      added: [{ name: '又一条' }],
      removed: [],
      changed: [],
    });
  });

  it.each<[string, Partial<CatalogueRule>, object[]]>([
    ['a name', { name: '工资' }, [{ field: 'name', before: ['劳动报酬'], after: ['工资'] }]],
    ['a rank', { rank: 5 }, [{ field: 'rank', before: ['30'], after: ['5'] }]],
    [
      'a condition more',
      { when: { fields: ['pay'], tags: ['migrant'] } },
      [{ field: 'when.tags', before: [], after: ['migrant'] }],
    ],
    ['the order of values', { when: { fields: ['pay'] } }, []],
    [
      'the order of places',
      { routeBy: ['employerSeat', 'workplace', 'caller'] },
      [
        {
          field: 'routeBy',
          before: ['workplace', 'employerSeat', 'caller'],
          after: ['employerSeat', 'workplace', 'caller'],
        },
      ],
    ],
    [
      'a unit instead of places',
      { chain: 'unit', unitId: 'u', routeBy: [] },
      [
        { field: 'chain', before: ['territorial'], after: ['unit'] },
        { field: 'level', before: ['county'], after: [] },
        { field: 'routeBy', before: ['workplace', 'employerSeat', 'caller'], after: [] },
        { field: 'unitId', before: [], after: ['u'] },
      ],
    ],
  ])('tell field by field: %s', (_, change, fields) => {
    expect(changedTo(change)).toEqual(fields);
  });
});
