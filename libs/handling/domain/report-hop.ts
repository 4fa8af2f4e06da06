import { type Refusal } from '@hotline/kernel';
import type { Tree } from '@hotline/organization';
import {
  clocksOf,
  custody,
  hasCode,
  OUTCOMES,
  refOf,
  reviewChain,
  type StartClock,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';

export interface ReportInput {
  readonly id: string;
  readonly outcome: string;
  /** Yuan with at most two decimals, as text. */
  readonly amountRecovered: string | null;
  readonly peopleHelped: number | null;
  readonly narrative: string;
  readonly workerContactId: string | null;
  readonly attachmentIds: readonly string[];
}

/** Contacts with the worker under the present hop. */
export interface HopContacts {
  readonly ids: readonly string[];
  readonly reached: number;
  readonly unreached: number;
}

// 联系不上 is a claim about the worker, so one try is not enough for it.
const TRIES_BEFORE_UNREACHABLE = 2;
const AMOUNT = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;

/** Is this a report? The refusal names the field. */
export function checkReport(
  facts: Pick<TicketFacts, 'confidentiality'>,
  report: ReportInput,
  contacts: HopContacts,
): Refusal | null {
  if (!hasCode(OUTCOMES, report.outcome)) return { code: 'unknown-category', field: 'outcome' };
  if (report.amountRecovered !== null && !AMOUNT.test(report.amountRecovered)) {
    return { code: 'invalid-input', field: 'amountRecovered' };
  }
  const { workerContactId } = report;
  if (workerContactId !== null && !contacts.ids.includes(workerContactId)) {
    return { code: 'proof-required', field: 'proof.workerContactId' };
  }
  return proven(facts, report, contacts) ? null : { code: 'proof-required', field: 'proof' };
}

function proven(
  { confidentiality }: Pick<TicketFacts, 'confidentiality'>,
  { outcome }: ReportInput,
  { reached, unreached }: HopContacts,
): boolean {
  if (confidentiality === 'anonymous') return true;
  return outcome === 'unreachable' ? unreached >= TRIES_BEFORE_UNREACHABLE : reached + unreached > 0;
}

/** Yuan with exactly two decimals. */
export function yuan(amount: string): string {
  const [whole = '0', cents = ''] = amount.split('.');
  return `${whole}.${cents.padEnd(2, '0')}`;
}

/** 报结: the result goes to the superior that passed the ticket down; without one, to the call-back. */
export function reportHop(facts: TicketFacts, report: ReportInput, tree: Tree, start: StartClock): Step {
  const holding = custody(facts);
  return {
    event: {
      kind: 'hop-reported',
      unitId: holding.toUnitId,
      facts: {
        reportId: report.id,
        outcome: report.outcome,
        amountRecovered: report.amountRecovered,
        peopleHelped: report.peopleHelped,
      },
    },
    ...upTheChain(facts, tree, reviewChain(facts)[0], start),
    stamps: [{ hopId: holding.id, stamp: 'reported' }],
    stopClocks: clocksOf(facts, 'sign', 'contact', 'handle'),
  };
}

/** The next superior reviews; above the last one the intake unit calls the worker back. */
export function upTheChain(
  facts: TicketFacts,
  tree: Tree,
  superiorId: string | undefined,
  start: StartClock,
): Pick<Step, 'state' | 'turn' | 'startClocks' | 'notices'> {
  const unit = tree.get(superiorId ?? facts.intake.id);
  const hopId = custody(facts).id;
  if (superiorId !== undefined) {
    return {
      state: 'reported',
      turn: { unit: refOf(unit), expected: 'review' },
      startClocks: [start('review', unit, hopId)],
      notices: [{ unit: refOf(unit), kind: 'report-arrived' }],
    };
  }
  return {
    state: 'call-back',
    turn: { unit: refOf(unit), expected: 'call-back' },
    startClocks: [start('call-back', unit, null)],
    notices: [{ unit: refOf(unit), kind: 'call-back-due' }],
  };
}
