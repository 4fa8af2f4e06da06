import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compilePhonePrefixes, idNumberFault, placeOfPrefix } from '@hotline/intake';
import { normalisePhone } from '@hotline/kernel';
import { FIELDS, KINDS, OUTCOMES, RETURN_REASONS, TAGS, unknownCategory } from '@hotline/ticket';
import { personName } from './people.js';
import { demoLandline, demoMobile, UNISSUED_HEADS } from './phones.js';
import { between, pick, seededRandom, weighted } from './random.js';
import { RETURN_TEXTS } from './remarks.js';
import { report } from './reports.js';
import { STORIES } from './stories/all.js';
import { story, type Story } from './story.js';

const NANSHAN = { fullName: '广东省深圳市南山区', shortName: '广东 深圳 南山区' };
const ORDOS = { fullName: '内蒙古自治区鄂尔多斯市东胜区', shortName: '内蒙古 鄂尔多斯 东胜区' };
const everyPair = FIELDS.flatMap((field) => KINDS.map((kind) => [field.code, kind.code] as const));

function manyStories(seed: number, rounds: number): Story[] {
  const random = seededRandom(seed);
  return Array.from({ length: rounds }, () => everyPair.map(([f, k]) => story(random, f, k, NANSHAN))).flat();
}

describe('the seeded random', () => {
  it('repeats itself and stays in range', () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    const values = Array.from({ length: 1_000 }, () => a());
    expect(values).toEqual(Array.from({ length: 1_000 }, () => b()));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(values.reduce((sum, value) => sum + value, 0) / 1_000).toBeCloseTo(0.5, 1);
  });

  it('picks whole numbers with both ends, and by weight', () => {
    const random = seededRandom(1);
    const dice = Array.from({ length: 600 }, () => between(random, 1, 6));
    expect([...new Set(dice)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const kinds = Array.from({ length: 1_000 }, () => weighted(random, { often: 9, seldom: 1, never: 0 }));
    expect(new Set(kinds)).toEqual(new Set(['often', 'seldom']));
    expect(kinds.filter((kind) => kind === 'often').length).toBeGreaterThan(850);
    expect(() => pick(random, [])).toThrow(RangeError);
  });
});

describe('the templates', () => {
  it.each(FIELDS.map(({ code }) => code))(
    '%s: at least six, with items of the field and known tags',
    (field) => {
      expect(STORIES[field].length).toBeGreaterThanOrEqual(6);
      for (const { item, tags, industries = [] } of STORIES[field]) {
        expect(unknownCategory({ field, item, tags, industry: industries[0] })).toBeNull();
      }
    },
  );

  it('fill every slot they name, for every kind', () => {
    for (const { title, text, answer } of manyStories(3, 30)) {
      for (const words of [title, text, answer]) {
        expect(words).toMatch(/\p{Script=Han}{2}/u);
        expect(words).not.toMatch(/[{}]|undefined|NaN|null/);
      }
      expect([...title].length).toBeLessThanOrEqual(32);
    }
  });
});

describe('a story', () => {
  it('is the same for the same seed and another for another', () => {
    expect(manyStories(5, 1)).toEqual(manyStories(5, 1));
    expect(manyStories(5, 1)).not.toEqual(manyStories(6, 1));
  });

  it('varies: hardly two texts are alike', () => {
    const random = seededRandom(11);
    const texts = Array.from({ length: 500 }, () => story(random, 'pay', 'complaint', NANSHAN).text);
    expect(new Set(texts).size).toBeGreaterThan(490);
  });

  it('names the place and dates before the day of the contact', () => {
    const random = seededRandom(2);
    const { text } = story(random, 'hours', 'complaint', ORDOS, '2026-01-05');
    expect(text).not.toMatch(/2026 年 [2-9] 月/);
    const praise = story(random, 'other', 'suggestion', ORDOS);
    expect(praise.text).toContain('鄂尔多斯市东胜区');
  });

  it('has an employer and people only when the matter has', () => {
    for (const [field, kind] of everyPair) {
      const told = story(seededRandom(4), field, kind, NANSHAN);
      const alone = ['suggestion', 'praise', 'invalid'].includes(kind);
      const outside = STORIES[field].some(({ privately }) => privately);
      if (!outside) expect(told.employer === null).toBe(alone);
      expect(told.people === null).toBe(alone);
      expect(
        unknownCategory({ field, kind, item: told.item, tags: told.tags, industry: told.industry }),
      ).toBeNull();
    }
  });

  it.each([
    ['广东 深圳 南山区', '深圳'],
    ['北京 朝阳区', '北京'],
    ['河南 济源市', '济源'],
    ['云南 红河州 个旧市', '个旧'],
    ['重庆 忠县', '忠县'],
    ['广东 东莞', '东莞'],
  ])('names employers of %s after %s', (shortName, seat) => {
    const told = story(seededRandom(8), 'pay', 'complaint', { ...NANSHAN, shortName });
    expect(told.employer).toContain(seat);
  });

  it('parts figures from characters', () => {
    for (const { title, text } of manyStories(17, 10))
      expect(title + text).not.toMatch(/\p{Script=Han}\d|\d\p{Script=Han}/u);
  });

  it('calls five or more a group, fewer not', () => {
    for (const { people, tags } of manyStories(9, 20))
      if ((people ?? 0) < 5) expect(tags).not.toContain('group');
    expect(TAGS.map(({ code }) => code)).toContain('group');
  });
});

describe('people and numbers of the demo', () => {
  const random = seededRandom(21);
  const file = join(__dirname, '../../../../libs/intake/data/seed/phone-prefix.csv.gz');
  const prefixes = compilePhonePrefixes(gunzipSync(readFileSync(file)));

  it('have names of two to four characters', () => {
    for (let i = 0; i < 500; i++) expect(personName(random)).toMatch(/^\p{Script=Han}{2,4}$/u);
  });

  it('use mobile heads of which not one prefix was issued', () => {
    for (const head of UNISSUED_HEADS) {
      for (let rest = 0; rest < 1_000; rest++) {
        const prefix = Number(head) * 1_000 + rest;
        if (placeOfPrefix(prefixes, prefix) !== null) throw new Error(`${prefix} was issued`);
      }
    }
    expect(normalisePhone(demoMobile(random))?.kind).toBe('mobile');
  });

  it('use landlines that open with the digit of short codes', () => {
    expect(demoLandline(random, '0755')).toMatch(/^0755-1\d{7}$/);
    expect(normalisePhone(demoLandline(random, '010'))).toMatchObject({ kind: 'landline', areaCode: '010' });
  });

  it('carry no telephone or identity number in a text', () => {
    for (const { text } of manyStories(13, 5)) {
      for (const digits of text.match(/\d{7,}/g) ?? []) {
        expect(normalisePhone(digits)?.kind).not.toBe('mobile');
        expect(idNumberFault(digits)).not.toBeNull();
      }
    }
  });
});

describe('reports of the demo', () => {
  it.each(OUTCOMES.map(({ code }) => code))(
    '%s: full sentences, money only where money came back',
    (outcome) => {
      const random = seededRandom(31);
      for (const { code: field } of FIELDS) {
        const told = report(random, outcome, { field, people: 6, employer: '深圳岭澄五金制品有限公司' });
        expect(told.narrative).toMatch(/。$/);
        expect(told.narrative).not.toMatch(/[{}]|共支付 0|金 0 元/);
        if (told.amountRecovered === null) expect(told.narrative).not.toContain(' 元');
        else expect(told.amountRecovered).toMatch(/^\d+\.00$/);
      }
    },
  );

  it('have a text for every return reason', () => {
    expect(Object.keys(RETURN_TEXTS).sort()).toEqual(RETURN_REASONS.map(({ code }) => code).sort());
  });
});
