import { callerNumber } from '../ami/redact.js';
import type { VendorMoment, VendorRecord } from './mapping.js';

/** 2001 to 2286 in seconds: a moment outside is no moment of a call. */
const EARLIEST_S = 1_000_000_000;
const LATEST_S = 10_000_000_000;

const isRecord = (value: unknown): value is VendorRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of a field, null where it is empty or of another type; whole numbers are names as well (ids of skill groups). */
export function textOf(record: VendorRecord, name: string): string | null {
  const value = record[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 256 ? value : null;
}

export function listOf(record: VendorRecord, name: string): VendorRecord[] {
  const value = record[name];
  return Array.isArray(value) ? value.filter(isRecord).slice(0, 200) : [];
}

/** An object that stands in a field, as such or as JSON text. */
export function objectOf(record: VendorRecord, name: string): VendorRecord {
  const value = record[name];
  if (isRecord(value)) return value;
  const parsed = typeof value === 'string' ? parsedJson(value) : null;
  return isRecord(parsed) ? parsed : {};
}

export const secondsOf = (record: VendorRecord, name: string): VendorMoment | null =>
  moment(record[name], 1_000_000, 'second');
export const millisOf = (record: VendorRecord, name: string): VendorMoment | null =>
  moment(record[name], 1_000, 'exact');

function moment(value: unknown, unit: number, precision: VendorMoment['precision']): VendorMoment | null {
  const count = typeof value === 'string' && /^\d{10,13}$/.test(value) ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isSafeInteger(count)) return null;
  const seconds = (count * unit) / 1_000_000;
  return seconds > EARLIEST_S && seconds < LATEST_S ? { us: count * unit, precision } : null;
}

/** A number as dialled from abroad (`0086…`) is the same number with a plus. */
export const numberOf = (text: string | null): string | null =>
  callerNumber(text === null ? null : text.replace(/^00(?=[1-9]\d{6})/, '+'));

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const MOST_RECORDS = 1_000;

/**
 * The records of one delivery: a JSON object, a list of them, or the fields of a form.
 * @returns null where it is none of these
 */
export function recordsOf(text: string): VendorRecord[] | null {
  const parsed = parsedJson(text);
  if (isRecord(parsed)) return [parsed];
  if (Array.isArray(parsed)) return parsed.length <= MOST_RECORDS && parsed.every(isRecord) ? parsed : null;
  const isForm = parsed === null && /^[A-Za-z][\w.-]*=[^\s]*$/.test(text.trim());
  return isForm ? [formOf(text.trim())] : null;
}

function formOf(text: string): VendorRecord {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of text.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2);
    fields[decoded(name)] = decoded(value);
  }
  return { ...fields };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
