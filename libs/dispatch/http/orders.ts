import { type Instant, refuse } from '@hotline/kernel';
import { keyOf } from '@hotline/organization';
import type { RowsQuestion } from '../use-cases/show-dry-run.js';
import type { DryRunRowsQuery } from './dry-run-bodies.js';

export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const COUNT = /^\d{1,9}$/;

// Far beyond any plan, and well within what a date can be.
const LAST_YEAR = 2100;

export function instantOf(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined) return null;
  const at = new Date(text);
  const known = at.getUTCFullYear() >= 2000 && at.getUTCFullYear() <= LAST_YEAR;
  return known ? at : refuse('invalid-input', { field: 'effectiveFrom' });
}

const unitOf = (given: string | undefined): string | null | undefined => (given === 'none' ? null : given);

export function toRowsQuestion({ outcome, from, to, cursor, limit = 50 }: DryRunRowsQuery): RowsQuestion {
  const after = Number(keyOf(cursor, COUNT) ?? 0);
  return { outcome, fromUnitId: unitOf(from), toUnitId: unitOf(to), after, limit };
}
