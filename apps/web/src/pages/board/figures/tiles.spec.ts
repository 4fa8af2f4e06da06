import type { Tile } from '../../../api/contract';
import { placeName, provinceTiles, tileName } from './tiles';

function tile(
  regionCode: string,
  shortName: string,
  place: [number, number] | null,
  denominator: number,
  inScope = true,
): Tile {
  return {
    unit: inScope
      ? {
          id: `unit-${regionCode}`,
          code: regionCode,
          name: shortName,
          level: 'province',
          kind: 'territorial',
        }
      : null,
    regionCode,
    shortName,
    row: place?.[0] ?? null,
    col: place?.[1] ?? null,
    numerator: denominator,
    denominator,
    rate: null,
    openOverdue: 0,
  };
}

describe('the grid of provinces', () => {
  const placed = provinceTiles(
    [
      tile('530000', '云南', [9, 4], 596),
      tile('710000', '台湾', [8, 10], 0, false),
      tile('X1', '兵团', null, 9),
      tile('X2', '铁路', null, 3),
    ],
    false,
  );

  it('keeps given places and lines the others up in the own row', () => {
    expect(placed.map(({ row, col }) => [row, col])).toEqual([
      [9, 4],
      [8, 10],
      [11, 1],
      [11, 2],
    ]);
  });

  it('hides a lone small tile together with the next smallest, and never counts places out of scope', () => {
    expect(placed.map((each) => each.showing)).toEqual(['rate', 'none', 'withheld', 'few']);
  });
});

describe('short names', () => {
  it.each([
    ['深圳市总工会', '深圳'],
    ['红河哈尼族彝族自治州总工会', '红河哈尼族彝族'],
    ['大兴安岭地区工会', '大兴安岭'],
    ['赵县总工会', '赵县'],
  ])('%s fits as %s', (name, short) => {
    expect(tileName(name)).toBe(short);
  });
});

describe('names in a column of unions', () => {
  it.each([
    ['云南省总工会', '云南省'],
    ['中国铁路工会', '中国铁路'],
    ['中央和国家机关工会联合会', '中央和国家机关'],
    ['总工会', '总工会'],
  ])('%s stands as %s', (name, short) => {
    expect(placeName(name)).toBe(short);
  });
});
