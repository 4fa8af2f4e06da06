import { type FieldRule, InvalidMap, type ReplayMap } from './map.js';

type Bag = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isTexts: Test = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain: Test = (value) =>
  ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every(isText));
const isDraw: Test = (value) =>
  isBag(value) &&
  isTexts(value.among) &&
  typeof value.share === 'number' &&
  value.share >= 0 &&
  value.share <= 1;
const isWords: Test = (value) =>
  Array.isArray(value) && value.every((one) => isBag(one) && isText(one.code) && isTexts(one.any));

const RULE: Readonly<Record<keyof FieldRule, readonly [Test, string]>> = {
  column: [(value) => isText(value) || isTexts(value), 'the name of a column or a list of names'],
  value: [isPlain, 'a text, a number, true, false or a list of texts'],
  draw: [isDraw, '{"among": [texts], "share": 0 to 1}'],
  table: [(value) => isBag(value) && Object.values(value).every(isText), 'an object of texts'],
  words: [isWords, 'a list of {"code": text, "any": [texts]}'],
  default: [isPlain, 'a text, a number, true, false or a list of texts'],
  most: [(value) => Number.isInteger(value) && Number(value) > 0, 'a whole number above 0'],
  over: [(value) => value === 'cut' || value === 'refuse', '"cut" or "refuse"'],
  time: [(value) => isText(value) && /^[+-]\d\d:\d\d$/.test(String(value)), 'an offset such as "+08:00"'],
  integer: [(value) => typeof value === 'boolean', 'true or false'],
  with: [isText, 'the path of another field'],
  required: [(value) => typeof value === 'boolean', 'true or false'],
};

const MAP: Readonly<Record<string, readonly [Test, string]>> = {
  version: [(value) => value === 1, '1'],
  note: [isText, 'a text'],
  key: [isText, 'the name of the column that names a row'],
  encoding: [isText, 'the name of an encoding such as "gb18030"'],
  delimiter: [isText, 'a text'],
  seed: [(value) => isText(value) || typeof value === 'number', 'a number or a text'],
  fields: [isBag, 'an object: field → rule'],
};

const PATH = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/;
const NEVER = /(^|\.)(constructor|prototype|__proto__)(\.|$)/;

function complain(where: string, wanted: string): never {
  throw new InvalidMap(`${where} must be ${wanted}`);
}

function check(where: string, given: Bag, known: Readonly<Record<string, readonly [Test, string]>>): void {
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!rule) throw new InvalidMap(`${where} has no "${name}"; known are ${Object.keys(known).join(', ')}`);
    if (!rule[0](value)) complain(`${where}.${name}`, rule[1]);
  }
}

function checkRule(path: string, rule: unknown, paths: readonly string[]): FieldRule {
  const where = `fields["${path}"]`;
  if (!PATH.test(path) || NEVER.test(path)) complain(where, 'a path such as "contact.startedAt"');
  if (!isBag(rule)) return complain(where, 'an object');
  check(where, rule, RULE);
  const sources = ['column', 'value', 'draw'].filter((name) => rule[name] !== undefined);
  if (sources.length !== 1) complain(where, 'given by exactly one of column, value, draw');
  if (rule.over !== undefined && rule.most === undefined) complain(`${where}.over`, 'beside "most"');
  if (rule.with !== undefined && !paths.includes(String(rule.with)))
    complain(`${where}.with`, 'the path of another field of this map');
  return rule as FieldRule;
}

/** Everything wrong with a map is found before the first row is sent. */
export function readMapObject(given: unknown): ReplayMap {
  if (!isBag(given)) return complain('the map', 'an object');
  check('the map', given, MAP);
  for (const name of ['key', 'fields']) {
    if (given[name] === undefined) complain(`the map's "${name}"`, 'there');
  }
  const fields = given.fields as Bag;
  const paths = Object.keys(fields);
  const encoding = String(given.encoding ?? 'utf-8');
  try {
    new TextDecoder(encoding);
  } catch {
    complain('the map.encoding', 'an encoding this computer knows');
  }
  return {
    key: String(given.key),
    encoding,
    delimiter: String(given.delimiter ?? ','),
    seed: String(given.seed ?? ''),
    fields: new Map(paths.map((path) => [path, checkRule(path, fields[path], paths)])),
  };
}
