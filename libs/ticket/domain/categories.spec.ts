import { unknownCategory } from './categories.js';
import { FIELDS } from './fields.js';
import { wordOf, type Term } from './terms.js';
import { VOCABULARY } from './vocabulary.js';

const { version, ...tables } = VOCABULARY;
const lists: [string, readonly Term[]][] = [
  ...Object.entries(tables),
  ...FIELDS.map((field): [string, readonly Term[]] => [`items of ${field.code}`, field.items]),
];

describe('the vocabulary', () => {
  it('is the second version', () => {
    expect(version).toBe(2);
  });

  it.each(lists)(
    '%s: codes are plain, no code or word is used twice, both languages are there',
    (_name, list) => {
      for (const { code, zh, en } of list) {
        expect(code).toMatch(/^[a-z][a-z-]*[a-z]$/);
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[\x20-\x7e]+$/);
      }
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      expect(new Set(list.map(({ zh }) => zh)).size).toBe(list.length);
      expect(new Set(list.map(({ en }) => en)).size).toBe(list.length);
    },
  );

  it('has seven kinds, fourteen fields with four to eight items, fourteen outcomes', () => {
    expect([tables.kinds.length, tables.fields.length, tables.outcomes.length]).toEqual([7, 14, 14]);
    for (const { items } of FIELDS) {
      expect(items.length).toBeGreaterThanOrEqual(4);
      expect(items.length).toBeLessThanOrEqual(8);
    }
  });

  it('gives the word of a code, and an unknown code back', () => {
    expect(wordOf(FIELDS, 'pay')).toBe('劳动报酬');
    expect(wordOf(FIELDS, 'retired-code')).toBe('retired-code');
  });
});

describe('unknown categories', () => {
  it.each([
    [{}, null],
    [
      {
        kind: 'complaint',
        field: 'pay',
        item: 'unpaid-wages',
        tags: ['group', 'migrant'],
        industry: 'construction',
      },
      null,
    ],
    [{ kind: 'shout' }, 'kind'],
    [{ field: '劳动报酬' }, 'field'],
    [{ field: 'hours', item: 'unpaid-wages' }, 'item'],
    [{ item: 'unpaid-wages' }, 'item'],
    [{ tags: ['group', '__proto__'] }, 'tags.1'],
    [{ industry: 'space' }, 'industry'],
    [{ kind: 'toString' }, 'kind'],
  ])('%j → %p', (codes, path) => {
    expect(unknownCategory(codes)).toBe(path);
  });
});
