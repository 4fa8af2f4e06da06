import type { UnitTree } from '@hotline/organization';
import type { ClockBody } from '../http/hop-bodies.js';
import type { CallBackBody, ReportBody, ReturnBody, WorkerContactBody } from '../http/work-bodies.js';
import type { ViewRow } from './view-sql.js';
import type { RequestParts } from './view-parts/request-parts.js';

// Machine imports carry no person.
const SYSTEM = '系统';

/** The records of handling and follow-up as the ticket page shows them. */
export class WorkViews {
  constructor(
    private readonly units: UnitTree,
    private readonly parts: RequestParts,
  ) {}

  reports(row: ViewRow): ReportBody[] {
    return (row.reports ?? []).map(({ unitId, proof, reviews, ...report }) => ({
      ...report,
      unit: this.units.brief(unitId),
      by: report.by ?? SYSTEM,
      at: new Date(report.at),
      proof: {
        ...(proof.workerContactId ? { contactId: proof.workerContactId } : {}),
        attachmentIds: proof.attachmentIds ?? [],
      },
      reviews: (reviews ?? []).map(({ unitId: reviewer, ...review }) => ({
        ...review,
        unit: this.units.brief(reviewer),
        by: review.by ?? SYSTEM,
        at: new Date(review.at),
      })),
    }));
  }

  returns(row: ViewRow, clocks: readonly ClockBody[]): ReturnBody[] {
    const rulings = clocks.filter((clock) => clock.kind === 'ruling');
    return (row.returns ?? []).map((one) => ({
      id: one.id,
      unit: this.units.brief(one.unitId),
      by: one.by ?? SYSTEM,
      at: new Date(one.at),
      reasonCode: one.reasonCode,
      clause: one.clause,
      reason: one.reason,
      proposedUnit: one.proposedUnitId ? this.units.brief(one.proposedUnitId) : null,
      ruler: this.units.brief(one.rulerUnitId),
      // The newest ruling clock of an open request; of a ruled one, the clock it was asked with.
      dueAt: dueOfReturn(one, rulings),
      attachmentIds: one.attachmentIds,
      raises: this.parts.raisesOf(row.request_parts, one.id),
      ruling:
        one.ruledAt && one.decision
          ? {
              by: one.ruledBy ?? SYSTEM,
              at: new Date(one.ruledAt),
              decision: one.decision,
              reason: one.rulingReason ?? '',
              toUnit: one.ruledUnitId ? this.units.brief(one.ruledUnitId) : null,
            }
          : null,
    }));
  }

  workerContacts(row: ViewRow): WorkerContactBody[] {
    return (row.worker_contacts ?? []).map(({ unitId, ...contact }) => ({
      ...contact,
      unit: this.units.brief(unitId),
      by: contact.by ?? SYSTEM,
      at: new Date(contact.at),
    }));
  }

  callBacks(row: ViewRow): CallBackBody[] {
    return (row.call_backs ?? []).map((one) => ({
      ...one,
      by: one.by ?? SYSTEM,
      at: new Date(one.at),
      calledAt: instant(one.calledAt),
      answeredAt: instant(one.answeredAt),
      endedAt: instant(one.endedAt),
    }));
  }
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

function dueOfReturn(
  { at, ruledAt }: { at: string; ruledAt: string | null },
  rulings: readonly ClockBody[],
): Date | null {
  const open = ruledAt === null ? rulings.find((clock) => !clock.stoppedAt) : undefined;
  const first = rulings.find((clock) => clock.startedAt.getTime() === Date.parse(at));
  return (open ?? first)?.dueAt ?? null;
}
