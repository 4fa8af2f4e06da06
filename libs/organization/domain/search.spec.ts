import { shippedDivisions } from '../data/seed/shipped-divisions.js';
import { buildGazetteer } from './places.js';
import { indexForSearch, searchIndex } from './search.js';
import { buildUnionTree } from './union-tree.js';

const divisions = shippedDivisions();
const units = indexForSearch(buildUnionTree(divisions));
const places = indexForSearch(buildGazetteer(divisions).places);
const firstUnits = (query: string, limit = 3): string[] =>
  searchIndex(units, query, limit).map(({ name }) => name);
const firstPlaces = (query: string, limit = 3): string[] =>
  searchIndex(places, query, limit).map(({ fullName }) => fullName);

describe('searching units', () => {
  it.each([
    ['全总', '中华全国总工会'],
    ['兵团', '新疆生产建设兵团总工会'],
    ['广东', '广东省总工会'],
    ['guangdong', '广东省总工会'],
    ['深圳', '深圳市总工会'],
    ['深圳市总工会', '深圳市总工会'],
    ['shenzhen', '深圳市总工会'],
    ['ShenZhen', '深圳市总工会'],
    ['ｓｈｅｎｚｈｅｎ', '深圳市总工会'],
    ["xi'anshi", '西安市总工会'],
    ['440305', '南山区总工会'],
    ['4403', '深圳市总工会'],
    ['chongqing', '重庆市总工会'],
    ['lüliang', '吕梁市总工会'],
    ['铁路', '中华全国铁路总工会'],
    ['tielu', '中华全国铁路总工会'],
    ['深圳 南山', '南山区总工会'],
    ['南山 深圳', '南山区总工会'],
    ['gd nsq', '南沙区总工会'],
    ['sz nsq', '南山区总工会'],
    ['哈尼族', '红河哈尼族彝族自治州总工会'],
  ])('%p finds %s first', (query, name) => {
    expect(firstUnits(query)[0]).toBe(name);
  });

  it('finds by initials, wider units first', () => {
    expect(firstUnits('sz', 5)).toEqual(
      expect.arrayContaining([
        '朔州市总工会',
        '苏州市总工会',
        '宿州市总工会',
        '随州市总工会',
        '深圳市总工会',
      ]),
    );
    expect(firstUnits('nsq')).toContain('南山区总工会');
  });

  it('lists both counties that share a name, in code order', () => {
    expect(searchIndex(units, '朝阳区').map(({ code }) => code)).toEqual(['110105', '220104']);
  });

  it('starts pinyin at a syllable', () => {
    expect(searchIndex(units, 'nggong', 5000)).toEqual([]);
    expect(firstUnits('henzhen')).toEqual([]);
  });

  it.each(['', '   ', '不存在的地方', 'zzzzzz', '%', "'", '\u0000', '\ud800', 'x'.repeat(100_000)])(
    'finds nothing for %p',
    (query) => {
      expect(firstUnits(query)).toEqual([]);
    },
  );

  it('returns no more than asked', () => {
    expect(searchIndex(units, '总工会', 7)).toHaveLength(7);
  });
});

describe('searching places', () => {
  it.each([
    ['南山', '广东省深圳市南山区'],
    ['深圳', '广东省深圳市'],
    ['beijing', '北京市'],
    ['香港', '香港特别行政区'],
    ['jiyuan', '河南省济源市'],
    ['西沙群岛', '海南省三沙市西沙群岛'],
  ])('%p finds %s', (query, fullName) => {
    expect(firstPlaces(query, 5)).toContain(fullName);
  });
});
