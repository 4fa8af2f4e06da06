import { isId, refuse } from '@hotline/kernel';
import { cursorOf, keyOf } from '@hotline/organization';
import { FORMULA_KINDS, type Term } from '@hotline/telephony';
import type { FormulaStretch } from '../domain/rates.js';
import type { CallRowsPage } from '../use-cases/list-reported-calls.js';
import type { AgentsReport } from '../use-cases/show-agent-report.js';
import type { QueueReport } from '../use-cases/show-queue-report.js';
import type {
  AgentsReportBody,
  ReportedCallsBody,
  QueueReportBody,
  ReportFormulaBody,
} from './report-bodies.js';

const words = (terms: readonly Term[]): string[] =>
  terms.map(({ part, sign }) => (sign < 0 ? `-${part}` : part));

const formulaBodies = (stretches: readonly FormulaStretch[]): ReportFormulaBody[] =>
  stretches.flatMap(({ from, to, formulas }) =>
    FORMULA_KINDS.map((kind) => ({
      kind,
      version: formulas[kind].version,
      from,
      to,
      numerator: words(formulas[kind].numerator),
      denominator: words(formulas[kind].denominator),
      seconds: formulas[kind].seconds,
      shortAbandonS: formulas[kind].shortAbandonS,
    })),
  );

export const queueReportBody = ({ stretches, ...report }: QueueReport): QueueReportBody => ({
  ...report,
  formulas: formulaBodies(stretches),
});

export const agentsReportBody = ({ next, ...report }: AgentsReport): AgentsReportBody => ({
  ...report,
  nextCursor: cursorOf(next && `${next.accountId} ${next.name}`),
});

export const callRowsBody = ({ items, next }: CallRowsPage): ReportedCallsBody => ({
  items: items.map(({ place: _place, ...row }) => row),
  nextCursor: cursorOf(next && `${next.id} ${next.at}`),
});

/** What stands behind the id in a cursor. @throws Refused `invalid-input` on `cursor` */
export function placeAfter(cursor: string | undefined): { id: string; rest: string } | null {
  const key = keyOf(cursor, /^[0-9a-f-]{36} [^]*$/);
  if (key === undefined) return null;
  const [id, rest] = [key.slice(0, 36), key.slice(37)];
  return isId(id) ? { id, rest } : refuse('invalid-input', { field: 'cursor' });
}

/** @throws Refused `invalid-input` on `cursor` unless a moment stands behind the id */
export function momentAfter(cursor: string | undefined): { id: string; at: string } | null {
  const place = placeAfter(cursor);
  if (place === null) return null;
  const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;
  return moment.test(place.rest)
    ? { id: place.id, at: place.rest }
    : refuse('invalid-input', { field: 'cursor' });
}
