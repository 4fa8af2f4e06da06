import { NANSHAN, SHENZHEN, SMALL_TREE } from '../../../test/support/small-tree.js';
import { Tree } from '@hotline/organization';
import type { CatalogueRule } from './catalogue.js';
import { checkCatalogue } from './check-catalogue.js';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.js';

const CLOSED = { ...NANSHAN, active: false };
const tree = new Tree([...SMALL_TREE.all().filter((unit) => unit.id !== NANSHAN.id), CLOSED]);
const isPlace = (prefix: string) => ['44', '4403', '440305'].includes(prefix);
const faultsOf = (rules: readonly CatalogueRule[]) => checkCatalogue(rules, { tree, isPlace });

const ANY: CatalogueRule = {
  no: 1,
  name: '兜底',
  rank: 90,
  when: {},
  routeBy: ['workplace', 'employerSeat', 'caller'],
  level: 'county',
  chain: 'territorial',
  text: '',
};
const rule = (change: Partial<CatalogueRule>): CatalogueRule => ({ ...ANY, no: 2, rank: 10, ...change });
const toUnit = (change: Partial<CatalogueRule> = {}) =>
  rule({ chain: 'unit', routeBy: [], unitId: SHENZHEN.id, when: { fields: ['pay'] }, ...change });
const codesOf = (...rules: CatalogueRule[]) =>
  faultsOf(rules).map(({ row, field, code }) => `${row} ${field} ${code}`);

describe('what keeps a catalogue from being published', () => {
  it('nothing in the shipped one', () => {
    expect(checkCatalogue(SHIPPED_CATALOGUE.rules, { tree: SMALL_TREE, isPlace })).toEqual([]);
  });

  it.each<[string, CatalogueRule, string]>([
    ['a number twice', rule({ no: 1, when: { kinds: ['help'] } }), '2 rules.1.no number-twice'],
    ['no name', rule({ name: ' ', when: { kinds: ['help'] } }), '2 rules.1.name name-missing'],
    ['an unknown kind', rule({ when: { kinds: ['help', 'gossip'] } }), '2 rules.1.when.kinds code-unknown'],
    ['an unknown field', rule({ when: { fields: ['weather'] } }), '2 rules.1.when.fields code-unknown'],
    [
      'an item without its field',
      rule({ when: { items: ['unpaid-wages'] } }),
      '2 rules.1.when.items code-unknown',
    ],
    ['an unknown tag', rule({ when: { tags: ['nice'] } }), '2 rules.1.when.tags code-unknown'],
    [
      'an unknown industry',
      rule({ when: { industries: ['fishing'] } }),
      '2 rules.1.when.industries code-unknown',
    ],
    ['a place that is none', rule({ when: { places: ['9901'] } }), '2 rules.1.when.places code-unknown'],
    ['a blank employer', rule({ when: { employers: [' '] } }), '2 rules.1.when.employers code-unknown'],
    [
      'an item outside of its fields',
      rule({ when: { fields: ['hours'], items: ['pay/unpaid-wages'] } }),
      '2 rules.1.when.items item-outside-field',
    ],
    ['a condition without values', rule({ when: { tags: [] } }), '2 rules.1.when.tags condition-empty'],
    [
      'no place to go by',
      rule({ routeBy: [], when: { kinds: ['help'] } }),
      '2 rules.1.routeBy route-by-empty',
    ],
    [
      'an industry without a chain',
      rule({ chain: 'industrial', routeBy: [], when: { industries: ['railway', 'mining'] } }),
      '2 rules.1.when.industries chain-unknown',
    ],
    ['no unit', { ...toUnit(), unitId: '' }, '2 rules.1.unitId unit-missing'],
    ['an unknown unit', toUnit({ unitId: 'nobody' }), '2 rules.1.unitId unit-unknown'],
    ['a closed unit', toUnit({ unitId: CLOSED.id }), '2 rules.1.unitId unit-closed'],
  ])('%s', (_, broken, fault) => {
    expect(codesOf(ANY, broken)).toEqual([fault]);
  });

  it.each<[string, CatalogueRule, CatalogueRule]>([
    [
      'the same conditions behind a lower rank',
      rule({ when: { fields: ['pay'] } }),
      rule({ no: 3, rank: 20, when: { fields: ['pay'] } }),
    ],
    [
      'narrower values',
      rule({ when: { fields: ['pay', 'hours'] } }),
      rule({ no: 3, rank: 20, when: { fields: ['pay'] } }),
    ],
    [
      'one condition more',
      rule({ when: { fields: ['pay'] } }),
      rule({ no: 3, rank: 20, when: { fields: ['pay'], tags: ['migrant'] } }),
    ],
    [
      'an item of the field',
      rule({ when: { fields: ['pay'] } }),
      rule({ no: 3, rank: 20, when: { items: ['pay/unpaid-wages'] } }),
    ],
    [
      'a place within the place',
      rule({ when: { places: ['44'] } }),
      rule({ no: 3, rank: 20, when: { places: ['440305'] } }),
    ],
    [
      'a longer employer word',
      rule({ when: { employers: ['美团'] } }),
      rule({ no: 3, rank: 20, when: { employers: ['美团外卖'] } }),
    ],
    [
      'fewer places to go by',
      rule({ when: { fields: ['pay'] } }),
      rule({ no: 3, rank: 20, routeBy: ['caller'], when: { fields: ['pay'] } }),
    ],
    ['a unit before places', toUnit(), rule({ no: 3, rank: 20, when: { fields: ['pay'] } })],
  ])('a rule never reached: %s', (_, first, second) => {
    const faults = faultsOf([ANY, first, second]);
    expect(faults).toMatchObject([{ row: 3, no: 3, code: 'never-reached' }]);
    expect(faults[0]?.words).toEqual({
      zh: '第 3 条（第 3 行）：永远轮不到：第 2 条先适用，条件相同或更宽',
      en: 'Rule 3 (row 3) is never reached: rule 2 comes first with equal or wider conditions',
    });
  });

  it.each<[string, CatalogueRule, CatalogueRule]>([
    [
      'other values',
      rule({ when: { fields: ['hours'] } }),
      rule({ no: 3, rank: 20, when: { fields: ['pay'] } }),
    ],
    [
      'narrower first',
      rule({ when: { fields: ['pay'], tags: ['migrant'] } }),
      rule({ no: 3, rank: 20, when: { fields: ['pay'] } }),
    ],
    [
      'one place more: asked while the first is unknown',
      rule({ routeBy: ['workplace'], when: { fields: ['pay'] } }),
      rule({ no: 3, rank: 20, when: { fields: ['pay'] } }),
    ],
    [
      'places before a unit: asked while all are unknown',
      rule({ when: { fields: ['pay'] } }),
      toUnit({ no: 3, rank: 20 }),
    ],
    [
      'a chain has no answer for other industries',
      rule({ chain: 'industrial', routeBy: [], when: { fields: ['pay'] } }),
      rule({ no: 3, rank: 20, when: { fields: ['pay'] } }),
    ],
  ])('a rule that is reached: %s', (_, first, second) => {
    expect(codesOf(ANY, first, second)).toEqual([]);
  });

  it('two rules of one rank and the same conditions', () => {
    const [one, other] = [
      rule({ when: { tags: ['group', 'migrant'] } }),
      toUnit({ no: 3, when: { tags: ['migrant', 'group'] } }),
    ];
    expect(codesOf(ANY, one, other)).toEqual(['3 rules.2.rank rules-conflict']);
    expect(codesOf(ANY, one, { ...one, no: 3 })).toEqual(['3 rules.2.rank never-reached']);
  });

  it('kinds and fields without a rule for the rest', () => {
    const pay = rule({ rank: 10, when: { fields: ['pay'], tags: ['migrant'] } });
    expect(
      faultsOf([{ ...ANY, when: { kinds: ['help'] } }, pay]).map(({ row, field, words }) => [
        row,
        field,
        words.zh,
      ]),
    ).toEqual([
      [
        null,
        'rules',
        '派单目录：没有兜底规则：咨询、信访投诉、法律援助、意见建议、表扬、无效 × 全部领域在没有其他条件时无规则可用',
      ],
    ]);
    const chain = rule({ chain: 'industrial', routeBy: [], when: {} });
    expect(codesOf(chain)).toEqual(['null rules no-fallback']);
    expect(codesOf()).toEqual(['null rules no-rules']);
  });
});
