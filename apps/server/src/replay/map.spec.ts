import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf, InvalidMap, readMap } from './map.js';

const aMap = (fields: object, rest: object = {}) =>
  JSON.stringify({ version: 1, key: 'id', ...rest, fields });

it('reads the example that ships', () => {
  const map = readMap(readFileSync(join(__dirname, '../../../../docs/examples/replay-map.json'), 'utf8'));
  expect(columnsOf(map).sort()).toEqual(['created_at', 'message_id', 'subject', 'text', 'user']);
});

it.each([
  ['{', 'not JSON'],
  ['[]', 'the map must be an object'],
  ['{}', `the map's "key" must be there`],
  [aMap({}, { version: 2 }), 'the map.version must be 1'],
  [aMap({}, { colour: 'red' }), 'the map has no "colour"'],
  [aMap({}, { encoding: 'klingon' }), 'the map.encoding must be'],
  [aMap({ title: {} }), 'exactly one of column, value, draw'],
  [aMap({ title: { column: 'a', value: 'b' } }), 'exactly one of column, value, draw'],
  [aMap({ title: { column: 'a', colour: 'red' } }), 'fields["title"] has no "colour"'],
  [aMap({ title: { column: 'a', most: 0 } }), 'fields["title"].most must be'],
  [aMap({ title: { column: 'a', over: 'cut' } }), 'beside "most"'],
  [aMap({ title: { column: 'a', with: 'text' } }), 'the path of another field'],
  [aMap({ at: { column: 'a', time: 'Shanghai' } }), 'an offset'],
  [aMap({ place: { draw: { among: [], share: 0.5 } } }), 'fields["place"].draw must be'],
  [aMap({ place: { draw: { among: ['a'], share: 2 } } }), 'fields["place"].draw must be'],
  ['{"version":1,"key":"id","fields":{"__proto__.x":{"value":1}}}', 'must be a path'],
  [aMap({ 'constructor.prototype': { value: 1 } }), 'must be a path'],
])('says in one sentence what is wrong with %s', (text, sentence) => {
  expect(() => readMap(text)).toThrow(InvalidMap);
  expect(() => readMap(text)).toThrow(sentence);
});
