import { createHash } from 'node:crypto';
import type { FieldRule, ReplayMap } from './map.js';

export type Row = Readonly<Record<string, string>>;

/** What is sent for a row, or why nothing is. */
export type Shaped =
  | { readonly ok: true; readonly key: string; readonly body: object }
  | { readonly ok: false; readonly reason: string };

class RowRefused extends Error {}

/** The wall times spreadsheets write: 2019-12-03 08:05:09, 2019/12/3 8:05, 2019-12-03. */
const WALL_TIME = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** ISO 8601 with offset; null when the text is no time of the calendar. */
export function instantOf(text: string, offset: string): string | null {
  const [whole, ...parts] = WALL_TIME.exec(text) ?? [];
  if (whole === undefined) return null;
  const [year, month, day, hour, minute, second] = parts.map((part) => (part ?? '0').padStart(2, '0'));
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const read = new Date(`${wall}.000Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(wall) ? `${wall}${offset}` : null;
}

/** Two numbers in [0, 1) that depend on nothing but their names, so that every run draws the same. */
function drawn(...names: readonly string[]): [number, number] {
  const bytes = createHash('sha256').update(names.join('\0')).digest();
  return [bytes.readUIntBE(0, 6) / 2 ** 48, bytes.readUIntBE(6, 6) / 2 ** 48];
}

/** The same key for the same row of the same file, whatever characters either has. */
export function idempotencyKey(fileName: string, rowKey: string): string {
  const print = createHash('sha256').update(`${fileName}\0${rowKey}`).digest('hex').slice(0, 40);
  return `replay-${print}`;
}

function columnText({ column = [] }: FieldRule, row: Row): string {
  return [column]
    .flat()
    .map((name) => (row[name] ?? '').trim())
    .filter((text) => text !== '')
    .join('\n');
}

function limited(path: string, text: string, { most, over }: FieldRule): string {
  const characters = most === undefined ? [] : [...text];
  if (most === undefined || characters.length <= most) return text;
  if (over !== 'cut') throw new RowRefused(`too-long:${path}`);
  return `${characters.slice(0, most - 1).join('')}…`;
}

function fromColumn(path: string, rule: FieldRule, row: Row): unknown {
  const text = columnText(rule, row);
  if (text === '') return rule.default;
  if (rule.words) {
    return rule.words.find(({ any }) => any.some((word) => text.includes(word)))?.code ?? rule.default;
  }
  if (rule.table) return Object.hasOwn(rule.table, text) ? rule.table[text] : rule.default;
  if (rule.time !== undefined) {
    const instant = instantOf(text, rule.time);
    if (instant === null) throw new RowRefused(`not-a-time:${path}`);
    return instant;
  }
  if (rule.integer) {
    if (!/^-?\d{1,15}$/.test(text)) throw new RowRefused(`not-a-number:${path}`);
    return Number(text);
  }
  return limited(path, text, rule);
}

function valueOf(path: string, rule: FieldRule, row: Row, names: readonly [string, string]): unknown {
  if (rule.draw) {
    const [share, which] = drawn(...names, path);
    return share < rule.draw.share ? rule.draw.among[Math.floor(which * rule.draw.among.length)] : undefined;
  }
  const value = rule.value === undefined ? fromColumn(path, rule, row) : rule.value;
  if (value === undefined && rule.required) throw new RowRefused(`missing:${path}`);
  return value;
}

function nested(flat: ReadonlyMap<string, unknown>): object {
  const body: Record<string, unknown> = { places: {} };
  for (const [path, value] of flat) {
    const steps = path.split('.');
    const last = steps.pop() ?? path;
    let place = body;
    for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
    place[last] = value;
  }
  return body;
}

/** The body of OpenTicket for one row. Reasons are `code:field` and never hold what the row says. */
export function shapeRow(map: ReplayMap, fileName: string, row: Row): Shaped {
  const rowKey = (row[map.key] ?? '').trim();
  if (rowKey === '') return { ok: false, reason: `missing:${map.key}` };
  try {
    const flat = new Map<string, unknown>();
    for (const [path, rule] of map.fields) {
      const value = valueOf(path, rule, row, [map.seed, rowKey]);
      if (value !== undefined) flat.set(path, value);
    }
    for (const [path, rule] of map.fields)
      if (rule.with !== undefined && !flat.has(rule.with)) flat.delete(path);
    return { ok: true, key: idempotencyKey(fileName, rowKey), body: nested(flat) };
  } catch (fault) {
    if (fault instanceof RowRefused) return { ok: false, reason: fault.message };
    throw fault;
  }
}
