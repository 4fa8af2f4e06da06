import { type FieldRule, readMap } from './map.js';
import { idempotencyKey, instantOf, type Row, shapeRow } from './shape-row.js';

const shape = (fields: Record<string, FieldRule>, row: Row) =>
  shapeRow(readMap(JSON.stringify({ version: 1, key: 'id', seed: 1, fields })), 'file.csv', {
    id: '1',
    ...row,
  });

const valueOf = (rule: FieldRule, text: string) => {
  const shaped = shape({ title: rule }, { a: text });
  return shaped.ok ? (shaped.body as { title?: unknown }).title : shaped.reason;
};

it.each<[string, FieldRule, string, unknown]>([
  ['the trimmed text', { column: 'a' }, '  工资 ', '工资'],
  ['nothing for an empty text', { column: 'a' }, '  ', undefined],
  ['a constant', { value: ['migrant'] }, '', ['migrant']],
  ['the default of an empty text', { column: 'a', default: 'x' }, '', 'x'],
  ['a text as long as it may be', { column: 'a', most: 3 }, '一二三', '一二三'],
  ['a cut text', { column: 'a', most: 3, over: 'cut' }, '一二三四', '一二…'],
  ['rare characters counted as one', { column: 'a', most: 2, over: 'cut' }, '𠮷𠮷𠮷', '𠮷…'],
  ['a refusal of a long text', { column: 'a', most: 3 }, '一二三四', 'too-long:title'],
  ['a translated text', { column: 'a', table: { 投诉: 'complaint' } }, '投诉', 'complaint'],
  ['the default of an unlisted text', { column: 'a', table: { 投诉: 'x' }, default: 'other' }, '?', 'other'],
  ['nothing that only looks listed', { column: 'a', table: { 投诉: 'x' } }, 'toString', undefined],
  ['the first word that occurs', { column: 'a', words: [{ code: 'pay', any: ['工资'] }] }, '欠工资', 'pay'],
  ['an instant', { column: 'a', time: '+08:00' }, '2019-12-03 08:05:09', '2019-12-03T08:05:09+08:00'],
  ['a refusal of a day that is none', { column: 'a', time: '+08:00' }, '2019-02-30', 'not-a-time:title'],
  ['a number', { column: 'a', integer: true }, '12', 12],
  ['a refusal of what is no number', { column: 'a', integer: true }, '12 人', 'not-a-number:title'],
  ['a refusal of what must be there', { column: 'a', required: true }, '', 'missing:title'],
])('makes %s', (_, rule, text, expected) => {
  expect(valueOf(rule, text)).toEqual(expected);
});

it('nests paths, joins columns and sends a field only with the other', () => {
  const fields: Record<string, FieldRule> = {
    text: { column: ['a', 'b'] },
    'contact.channel': { value: 'web' },
    'places.caller.code': { column: 'place' },
    'places.caller.guessed': { value: false, with: 'places.caller.code' },
  };
  expect(shape(fields, { a: '一', b: '二', place: '440305' })).toMatchObject({
    body: {
      text: '一\n二',
      contact: { channel: 'web' },
      places: { caller: { code: '440305', guessed: false } },
    },
  });
  expect(shape(fields, { a: '一', b: '', place: '' })).toMatchObject({ body: { text: '一', places: {} } });
});

it('draws the same for the same row, about as often as asked', () => {
  const fields = { place: { draw: { among: ['a', 'b'], share: 0.4 } } };
  const places = Array.from({ length: 2_000 }, (_, n) => {
    const shaped = shape(fields, { id: String(n) });
    return shaped.ok ? (shaped.body as { place?: string }).place : null;
  });
  const again = shape(fields, { id: '7' });
  expect(again.ok && (again.body as { place?: string }).place).toBe(places[7]);
  const drawn = places.filter((place) => place !== undefined);
  expect(drawn.length).toBeGreaterThan(700);
  expect(drawn.length).toBeLessThan(900);
  expect(new Set(drawn)).toEqual(new Set(['a', 'b']));
});

it('gives a row its own key, whatever its characters', () => {
  expect(idempotencyKey('留言.csv', '1')).toMatch(/^[\x21-\x7e]{8,200}$/);
  expect(idempotencyKey('留言.csv', '1')).toBe(idempotencyKey('留言.csv', '1'));
  expect(idempotencyKey('留言.csv', '1')).not.toBe(idempotencyKey('留言.csv', '2'));
  expect(idempotencyKey('a', 'b1')).not.toBe(idempotencyKey('ab', '1'));
  expect(shape({}, { id: ' ' })).toEqual({ ok: false, reason: 'missing:id' });
});

it.each([
  ['2019/12/3 8:05', '2019-12-03T08:05:00+08:00'],
  ['2019-12-03', '2019-12-03T00:00:00+08:00'],
  ['2019-12-03T23:59:59', '2019-12-03T23:59:59+08:00'],
  ['2019-13-01', null],
  ['2019-12-03 24:00:00', null],
  ['3.12.2019', null],
])('reads the wall time %s', (text, instant) => {
  expect(instantOf(text, '+08:00')).toBe(instant);
});
