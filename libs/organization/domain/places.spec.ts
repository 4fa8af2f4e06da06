import { shippedDivisions } from '../data/seed/shipped-divisions.js';
import { PROVINCE_TILES } from '../data/seed/province-tiles.js';
import { buildGazetteer } from './places.js';

const gazetteer = buildGazetteer(shippedDivisions());

describe('places', () => {
  it('are the 34 provinces, 333 prefectures and 2,849 counties of the 2024 list', () => {
    const count = (level: string): number => gazetteer.places.filter((place) => place.level === level).length;
    expect([count('province'), count('prefecture'), count('county')]).toEqual([34, 333, 2849]);
  });

  it.each([
    ['440305', '广东省深圳市南山区', '广东 深圳 南山区', '440300'],
    ['110105', '北京市朝阳区', '北京 朝阳区', '110000'],
    ['110100', '北京市', '北京', null],
    ['500229', '重庆市城口县', '重庆 城口县', '500000'],
    ['429005', '湖北省潜江市', '湖北 潜江市', '420000'],
    ['451100', '广西壮族自治区贺州市', '广西 贺州', '450000'],
    ['620924', '甘肃省酒泉市阿克塞哈萨克族自治县', '甘肃 酒泉 阿克塞县', '620900'],
    ['653000', '新疆维吾尔自治区克孜勒苏柯尔克孜自治州', '新疆 克州', '650000'],
    ['810000', '香港特别行政区', '香港', null],
  ])('%s is %s', (code, fullName, shortName, parentCode) => {
    const place = gazetteer.find(code);
    expect(place).toMatchObject({ fullName, shortName, parentCode });
  });

  it.each(['999999', '', 'x', '440399'])('%p is no place', (code) => {
    expect(gazetteer.find(code)).toBeUndefined();
  });

  it('have a tile each, no cell used twice', () => {
    const provinces = gazetteer.places.filter(({ level }) => level === 'province');
    expect(PROVINCE_TILES.map(({ regionCode, shortName }) => [regionCode, shortName])).toEqual(
      provinces.map(({ code, shortName }) => [code, shortName]),
    );
    expect(new Set(PROVINCE_TILES.map(({ row, col }) => `${row},${col}`)).size).toBe(34);
  });
});

describe('the reading of a place name', () => {
  it.each([
    ['500000', 'chongqingshi', 'cqs'],
    ['350200', 'xiamenshi', 'xms'],
    ['341500', 'luanshi', 'las'],
    ['331100', 'lishuishi', 'lss'],
    ['331000', 'taizhoushi', 'tzs'],
    ['441900', 'dongguanshi', 'dgs'],
    ['440113', 'panyuqu', 'pyq'],
    ['650400', 'tulufanshi', 'tlfs'],
    ['653100', 'kashidiqu', 'ksdq'],
    ['140428', 'zhangzixian', 'zzx'],
    ['610681', 'zichangshi', 'zcs'],
    ['330382', 'yueqingshi', 'yqs'],
    ['370523', 'guangraoxian', 'grx'],
    ['310112', 'minhangqu', 'mhq'],
    ['340300', 'bengbushi', 'bbs'],
    ['410621', 'xunxian', 'xx'],
    ['361124', 'yanshanxian', 'ysx'],
    ['222404', 'hunchunshi', 'hcs'],
    ['540000', 'xizangzizhiqu', 'xzzzq'],
    ['141100', 'lvliangshi', 'lls'],
    ['610425', 'liquanxian', 'lqx'],
    ['610327', 'longxian', 'lx'],
  ])('%s is %s', (code, full, initials) => {
    expect(gazetteer.find(code)?.pinyin).toMatchObject({ full, initials });
  });

  it('has one syllable a character', () => {
    for (const { name, pinyin } of gazetteer.places) expect(pinyin.syllables).toHaveLength([...name].length);
  });
});
