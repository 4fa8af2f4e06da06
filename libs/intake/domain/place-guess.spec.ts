import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildGazetteer, shippedDivisions } from '@hotline/organization';
import { AREA_CODES } from '../data/seed/area-codes.js';
import { compilePhonePrefixes, parseAreaCodes, placeOfPrefix } from './phone-places.js';
import { guessPlace } from './place-guess.js';

const gazetteer = buildGazetteer(shippedDivisions());
const prefixes = compilePhonePrefixes(
  gunzipSync(readFileSync(join(__dirname, '../data/seed/phone-prefix.csv.gz'))),
);
const areaCodes = parseAreaCodes(AREA_CODES);
const places = { prefixes, areaCodes, nameOf: (code: string) => gazetteer.find(code)?.fullName };

describe('the shipped tables', () => {
  it('are sorted ranges without overlap over 517,258 prefixes', () => {
    const sizes = Array.from(prefixes.from, (from, i) => (prefixes.to[i] ?? 0) - from + 1);
    const sorted = prefixes.from.every((from, i) => from > (prefixes.to[i - 1] ?? 0));
    expect(sorted).toBe(true);
    expect(Math.min(...new Set(sizes))).toBe(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(517_258);
  });

  it('name only places of the division list', () => {
    for (const place of new Set(prefixes.place)) {
      if (place > 9_999) expect([place, gazetteer.find(String(place))?.code]).toEqual([place, String(place)]);
    }
    for (const code of [...areaCodes.values()].flat()) expect(gazetteer.find(code)?.code).toBe(code);
  });

  it('hold 321 area codes', () => {
    expect(areaCodes.size).toBe(321);
  });
});

describe('guessing a place', () => {
  // The 13800 … 500 numbers are short-message centres of the network, 13800138000 its service line: no person's numbers.
  it.each([
    ['13800138000', '110000', '北京市', 'mobile-prefix'],
    ['+86 138 0013 8000', '110000', '北京市', 'mobile-prefix'],
    ['13800250500', '320100', '江苏省南京市', 'mobile-prefix'],
    ['13800210500', '310000', '上海市', 'mobile-prefix'],
    ['0755-16123456', '440300', '广东省深圳市', 'area-code'],
    ['0086 755 26123456', '440300', '广东省深圳市', 'area-code'],
    ['755-26123456', '440300', '广东省深圳市', 'area-code'],
    ['01016123456', '110000', '北京市', 'area-code'],
    ['0769-16123456', '441900', '广东省东莞市', 'area-code'],
  ])('%s → %s', (number, code, name, basis) => {
    expect(guessPlace(number, places)).toEqual({ code, name, basis, candidates: [{ code, name }] });
  });

  it.each([
    ['024-16123456', '210000', ['210100', '210400', '210500', '211200']],
    ['0728-1612345', '420000', ['429004', '429005', '429006']],
    ['0898-16123456', '460000', ['460100', '460200', '460300', '460400']],
  ])('%s serves several places, so the guess is their province', (number, code, candidates) => {
    const guess = guessPlace(number, places);
    expect(guess).toMatchObject({ code, basis: 'area-code' });
    expect(guess?.candidates.map((candidate) => candidate.code)).toEqual(candidates);
  });

  it('answers a mobile prefix of 江汉 with the three cities behind 0728', () => {
    const guess = guessPlace('13448270000', places);
    expect(guess).toMatchObject({ code: '420000', basis: 'mobile-prefix' });
    expect(guess?.candidates.map(({ name }) => name)).toEqual([
      '湖北省仙桃市',
      '湖北省潜江市',
      '湖北省天门市',
    ]);
  });

  it.each([
    '',
    '110',
    '12351',
    '010-12351',
    '4008123456',
    '95588',
    '15400002046',
    '0100',
    '+85223456789',
    '26123456',
    '未知',
  ])('has no guess for %p', (number) => {
    expect(guessPlace(number, places)).toBeNull();
  });
});

describe('reading the prefix table', () => {
  const table = (text: string) => compilePhonePrefixes(new TextEncoder().encode(text));

  it('adds up gaps and finds both ends of a range', () => {
    const small = table('gap,count,place\n1300000,2,440300\n3,1,0728\n');
    const found = [1299999, 1300000, 1300001, 1300002, 1300005, 1300006].map((prefix) =>
      placeOfPrefix(small, prefix),
    );
    expect(found).toEqual([null, '440300', '440300', null, '0728', null]);
  });

  it.each(['gap,count,place\n1,2\n', 'gap,count,place\n1,2,x\n'])('refuses %p', (text) => {
    expect(() => table(text)).toThrow(RangeError);
  });
});
