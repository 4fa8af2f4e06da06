import { refuse } from '@hotline/kernel';

/** The sort key of the last row, opaque to clients so that it may change with the order. */
export const cursorOf = (key: string | null): string | null =>
  key === null ? null : Buffer.from(key, 'utf8').toString('base64url');

/** @throws Refused `invalid-input` on `cursor` unless the key inside has the form it must have */
export function keyOf(cursor: string | undefined, form: RegExp): string | undefined {
  if (cursor === undefined) return undefined;
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  return form.test(key) ? key : refuse('invalid-input', { field: 'cursor' });
}
