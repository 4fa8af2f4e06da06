import {
  BAOAN,
  CHANGSHA,
  GUANGDONG,
  HUNAN,
  NANSHAN,
  NATION,
  RAILWAY,
  SHENZHEN,
  SMALL_TREE,
} from '../../../test/support/small-tree.js';

const names = (units: readonly { name: string }[]) => units.map((unit) => unit.name);

describe('routes through the tree', () => {
  it.each([
    ['down the line', NATION, NANSHAN, [NATION, GUANGDONG, SHENZHEN, NANSHAN]],
    ['from the middle', GUANGDONG, NANSHAN, [GUANGDONG, SHENZHEN, NANSHAN]],
    ['to itself', SHENZHEN, SHENZHEN, [SHENZHEN]],
    ['across counties, by the city', NANSHAN, BAOAN, [NANSHAN, SHENZHEN, BAOAN]],
    ['across provinces, by the national node', GUANGDONG, CHANGSHA, [GUANGDONG, NATION, HUNAN, CHANGSHA]],
    ['into an industrial chain', GUANGDONG, RAILWAY, [GUANGDONG, NATION, RAILWAY]],
    ['up', NANSHAN, GUANGDONG, [NANSHAN, SHENZHEN, GUANGDONG]],
  ])('%s', (_, from, to, chain) => {
    expect(names(SMALL_TREE.route(from.id, to.id))).toEqual(names(chain));
  });

  it.each([
    [NANSHAN, BAOAN, SHENZHEN],
    [NANSHAN, CHANGSHA, NATION],
    [NANSHAN, SHENZHEN, SHENZHEN],
    [NATION, RAILWAY, NATION],
  ])('the lowest common superior of two units', (a, b, common) => {
    expect(SMALL_TREE.lowestCommon(a.id, b.id)).toBe(common);
    expect(SMALL_TREE.lowestCommon(b.id, a.id)).toBe(common);
  });

  it.each([
    ['440305', NANSHAN],
    ['440300', SHENZHEN],
    ['440399', SHENZHEN],
    ['441900', GUANGDONG],
    ['430102', CHANGSHA],
    ['650000', undefined],
  ])('the union of division %s', (code, expected) => {
    expect(SMALL_TREE.ofRegion(code)).toBe(expected);
  });

  it('stands in for the national desk when the chain is asked upwards', () => {
    expect(names(SMALL_TREE.ancestors(NANSHAN.id))).toEqual(names([NATION, GUANGDONG, SHENZHEN]));
    expect(() => SMALL_TREE.get('missing')).toThrow('not in the tree');
    expect(SMALL_TREE.ofRegion(HUNAN.code)).toBe(HUNAN);
  });
});
