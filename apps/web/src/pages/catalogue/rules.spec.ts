import type { CatalogueFault } from '../../api/contract';
import {
  blankRule,
  changed,
  duplicated,
  type EditedRule,
  faultsAt,
  fieldOf,
  inputOf,
  keyed,
  moved,
  nextNo,
  prefixOf,
  restored,
  rowsWith,
} from './rules';

const rule = (no: number, part: Partial<EditedRule> = {}): EditedRule => ({
  ...blankRule([], `k${no}`),
  no,
  name: `规则 ${no}`,
  ...part,
});
const nos = (rules: readonly EditedRule[]) => rules.map(({ no }) => no);
const fault = (row: number | null, field: string): CatalogueFault => ({
  row,
  no: row,
  field,
  code: 'code-unknown',
  words: { zh: '错', en: 'wrong' },
});

describe('rules of a draft on the screen', () => {
  it.each<[string, number[], number]>([
    ['the first', [], 1],
    ['after the highest', [3, 12, 7], 13],
    ['the first gap when the numbers end', [1, 2, 9999], 3],
  ])('the next number: %s', (_, given, next) => {
    expect(nextNo(given.map((no) => rule(no)))).toBe(next);
  });

  it('a copy stands behind its model, with its own key and number, within the length of a name', () => {
    const rules = [rule(1, { name: '长'.repeat(60) }), rule(2)];
    const after = duplicated(rules, 0, { key: 'new', suffix: '（副本）' });
    expect(nos(after)).toEqual([1, 3, 2]);
    expect(after[1]).toMatchObject({ key: 'new', name: `${'长'.repeat(56)}（副本）` });
    expect(nos(duplicated(rules, 9, { key: 'new', suffix: '' }))).toEqual([1, 2]);
  });

  it.each([
    [0, [1, 2, 3]],
    [1, [2, 1, 3]],
    [9, [2, 3, 1]],
  ])('a removed rule comes back to place %i', (at, expected) => {
    expect(nos(restored([rule(2), rule(3)], { rule: rule(1), at }))).toEqual(expected);
  });

  it('sends only what the server takes, and no condition without values', () => {
    const sent = inputOf(rule(4, { when: { kinds: [], fields: ['pay'] }, unitId: 'u', chain: 'unit' }));
    expect(sent).toMatchObject({ no: 4, when: { fields: ['pay'] }, unitId: 'u' });
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['key', 'unit', 'hits30d']));
    expect(sent.when).not.toHaveProperty('kinds');
  });

  it('tells rules of one number apart by their keys', () => {
    let at = 0;
    const [one, two] = keyed([rule(5), rule(5)], () => `key-${(at += 1)}`);
    const after = changed(
      [one, two].filter((each) => each !== undefined),
      'key-2',
      { name: '改' },
    );
    expect(after.map(({ name }) => name)).toEqual(['规则 5', '改']);
  });

  it.each([
    ['rules.11.when.fields', 'when.fields'],
    ['rules.0.rank', 'rank'],
    ['rules', null],
  ])('the field of %s', (field, expected) => {
    expect(fieldOf(fault(1, field))).toBe(expected);
  });

  it('finds the faults of a row', () => {
    const faults = [fault(2, 'rules.1.rank'), fault(null, 'rules'), fault(2, 'rules.1.name')];
    expect(faultsAt(faults, 2)).toHaveLength(2);
    expect(faultsAt(faults, 1)).toEqual([]);
  });

  it.each([
    ['', [0, 1]],
    ['欠薪', [0]],
    ['市总 50', [0]],
    ['RIDER', [1]],
    ['没有', []],
  ])('finds rules by “%s”', (typed, rows) => {
    const rules = [rule(50, { name: '欠薪', text: '由市总工会主办' }), rule(51, { name: 'Riders' })];
    expect(rowsWith(rules, typed)).toEqual(rows);
  });

  it.each([
    ['440000', '44'],
    ['440300', '4403'],
    ['440305', '440305'],
    ['419001', '419001'],
  ])('a place %s is written as %s', (code, prefix) => expect(prefixOf(code)).toBe(prefix));

  it.each<[number, -1 | 1, string[]]>([
    [1, -1, ['b', 'a', 'c']],
    [1, 1, ['a', 'c', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 1, ['a', 'b', 'c']],
  ])('moves entry %i by %i', (at, by, expected) => expect(moved(['a', 'b', 'c'], at, by)).toEqual(expected));
});
