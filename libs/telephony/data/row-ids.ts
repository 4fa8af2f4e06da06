import { createHash } from 'node:crypto';
import { Remembered } from './remembered.js';

const made = new Remembered<string>(20_000);

/** Ids follow from source and key: a rebuild gives a call the id it had, and nothing that points to it breaks. */
export function rowId(sourceId: string, kind: 'call' | 'visit', key: string): string {
  return made.of(`${sourceId}|${kind}|${key}`, idOf);
}

function idOf(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  // Version 8, made by one's own rule (RFC 9562, 5.8): without its marks an API refuses it as no UUID.
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20)].join('-');
}

/** Microseconds since the epoch as PostgreSQL reads them; a Date has only milliseconds. */
export function timeText(us: number): string {
  const ms = Math.floor(us / 1000);
  return `${new Date(ms).toISOString().slice(0, -1)}${String(us - ms * 1000).padStart(3, '0')}Z`;
}

export const timeOrNull = (us: number | null | undefined): string | null =>
  us == null ? null : timeText(us);

/** JSON that PostgreSQL takes: it refuses a NUL and half of a surrogate pair, which a garbled stream may hold. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // The text has megabytes: it is searched as it is.
  if (!text.includes('\\u0000') && !text.includes('\\ud')) return text;
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? wellFormed(one) : one));
}

const wellFormed = (text: string): string =>
  text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
