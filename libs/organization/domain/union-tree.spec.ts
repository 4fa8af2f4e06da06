import { shippedDivisions } from '../data/seed/shipped-divisions.js';
import { buildUnionTree, unitCodeOfPlace, unitId } from './union-tree.js';

const units = buildUnionTree(shippedDivisions());
const byCode = new Map(units.map((unit) => [unit.code, unit]));

describe('the union tree', () => {
  it('has one union for every real division of the 2024 list, and the chains', () => {
    const counts = new Map<string, number>();
    for (const { kind, level } of units)
      counts.set(`${kind} ${level}`, (counts.get(`${kind} ${level}`) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'territorial national': 1,
      'territorial province': 32, // 31 provinces and the Corps
      'industrial province': 4,
      'territorial city': 333, // 342 rows without nine placeholders
      'territorial county': 2846, // 2,849 rows without the three island groups of 三沙
    });
    expect(units).toHaveLength(3216);
  });

  it.each([
    ['cn', '中华全国总工会', '全总', 'cn/', 'national'],
    ['440000', '广东省总工会', '广东', 'cn/44/', 'province'],
    ['440300', '深圳市总工会', '深圳', 'cn/44/4403/', 'city'],
    ['440305', '南山区总工会', '南山区', 'cn/44/4403/440305/', 'county'],
    ['150000', '内蒙古自治区总工会', '内蒙古', 'cn/15/', 'province'],
    ['650000', '新疆维吾尔自治区总工会', '新疆', 'cn/65/', 'province'],
    ['640000', '宁夏回族自治区总工会', '宁夏', 'cn/64/', 'province'],
    ['660000', '新疆生产建设兵团总工会', '兵团', 'cn/66/', 'province'],
    ['659001', '石河子市总工会', '石河子市', 'cn/66/659001/', 'county'],
    ['110000', '北京市总工会', '北京', 'cn/11/', 'province'],
    ['110105', '朝阳区总工会', '朝阳区', 'cn/11/110105/', 'county'],
    ['500229', '城口县总工会', '城口县', 'cn/50/500229/', 'county'],
    ['419001', '济源市总工会', '济源市', 'cn/41/419001/', 'county'],
    ['469029', '保亭黎族苗族自治县总工会', '保亭县', 'cn/46/469029/', 'county'],
    ['441900', '东莞市总工会', '东莞', 'cn/44/4419/', 'city'],
    ['532500', '红河哈尼族彝族自治州总工会', '红河州', 'cn/53/5325/', 'city'],
    ['652900', '阿克苏地区总工会', '阿克苏', 'cn/65/6529/', 'city'],
    ['i1', '中华全国铁路总工会', '铁路', 'cn/i1/', 'province'],
    ['i2', '中国民航工会全国委员会', '民航', 'cn/i2/', 'province'],
    ['i3', '中国金融工会全国委员会', '金融', 'cn/i3/', 'province'],
    ['i4', '中央和国家机关工会联合会', '中央国家机关', 'cn/i4/', 'province'],
  ])('%s is %s', (code, name, shortName, path, level) => {
    expect(byCode.get(code)).toMatchObject({ name, shortName, path, level });
  });

  it('plants every parent before its children and every path below its parent', () => {
    const seen = new Set<string>();
    for (const unit of units) {
      const parent = unit.parentCode === null ? null : byCode.get(unit.parentCode);
      if (unit.parentCode !== null) expect(seen).toContain(unit.parentCode);
      expect(unit.path).toMatch(new RegExp(`^${parent?.path ?? ''}[a-z0-9]+/$`));
      seen.add(unit.code);
    }
  });

  it('never uses an id, code or path twice, and no name twice under one parent', () => {
    const keys = [
      units.map(({ id }) => id),
      units.map(({ code }) => code),
      units.map(({ path }) => path),
      units.map(({ parentCode, name }) => `${parentCode} ${name}`),
    ];
    for (const values of keys) expect(new Set(values).size).toBe(units.length);
  });

  it('keeps ids the same on every installation', () => {
    expect(unitId('440305')).toBe('648213f6-f1cc-5fe6-bab0-402eb5ac6bdb');
    expect(byCode.get('440305')?.id).toBe(unitId('440305'));
  });

  it('leaves out 台湾, 香港, 澳门 and the placeholders', () => {
    for (const code of ['710000', '810000', '820000', '110100', '500200', '419000', '659000']) {
      expect(byCode.has(code)).toBe(false);
    }
  });
});

describe('the union of a place', () => {
  it.each([
    ['440305', '440305'],
    ['110100', '110000'],
    ['500200', '500000'],
    ['419000', '410000'],
    ['659000', '660000'],
    ['460321', '460300'],
    ['710000', null],
    ['810000', null],
    ['', null],
    ['4403', null],
  ])('%s → %s', (place, unit) => {
    expect(unitCodeOfPlace(place)).toBe(unit);
  });

  it('exists for every division of the mainland', () => {
    for (const { code } of shippedDivisions()) {
      const unit = unitCodeOfPlace(code);
      expect(unit === null ? code >= '710000' : byCode.has(unit)).toBe(true);
    }
  });
});
