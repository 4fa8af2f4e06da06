import type { ReportInput } from '../domain/report-hop.js';
import type { ReportHopBody } from './bodies.js';

export const reportOf = (body: ReportHopBody): Omit<ReportInput, 'id'> => ({
  outcome: body.outcome,
  amountRecovered: body.amountRecovered ?? null,
  peopleHelped: body.peopleHelped ?? null,
  narrative: body.narrative,
  workerContactId: body.proof?.workerContactId ?? null,
  attachmentIds: body.proof?.attachmentIds ?? [],
});
