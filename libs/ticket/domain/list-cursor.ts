import { type Run, RUNS } from './list-views.js';

/** The sort key of the last row of a page; opaque to callers. */
export interface ListCursor {
  readonly run: Run;
  /** Instant as the database writes it, so that no precision is lost. */
  readonly key: string;
  readonly id: string;
}

const KEY = /^[0-9T:. +-]{10,40}$/;
const ID = /^[0-9a-f-]{36}$/;

export function writeCursor({ run, key, id }: ListCursor): string {
  return toBase64Url(`${run}|${key}|${id}`);
}

/** Null when the text was not made by `writeCursor`. */
export function readCursor(text: string): ListCursor | null {
  const [run, key = '', id = '', ...more] = fromBase64Url(text).split('|');
  const known = RUNS.find((one) => one === run);
  return known && KEY.test(key) && ID.test(id) && more.length === 0 ? { run: known, key, id } : null;
}

const toBase64Url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

function fromBase64Url(text: string): string {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(text) || text.length % 4 === 1) return '';
  return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
}
