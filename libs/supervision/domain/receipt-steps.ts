import { MINUTE_MS } from '@hotline/kernel';
import type { Unit } from '@hotline/organization';
import {
  clocksAbout,
  type NewClock,
  refOf,
  type StartClock,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';
import { asItIs } from './order-steps.js';

/** 值班领导 reads an urgent ticket within this wall time, or the next one is told. */
export const RECEIPT_MINUTES = 15;

/** Day and night: an emergency keeps no office hours. */
export function receiptClock(
  start: StartClock,
  unit: Unit,
  hopId: string | null,
  receiptId: string,
): NewClock {
  const clock = start('receipt', unit, hopId, receiptId);
  const at = (minutes: number): Date => new Date(clock.startedAt.getTime() + minutes * MINUTE_MS);
  return {
    ...clock,
    yellowAt: at(RECEIPT_MINUTES / 2),
    dueAt: at(RECEIPT_MINUTES),
    provisional: false,
    limitId: 'receipt',
    limitAmount: RECEIPT_MINUTES,
    limitUnit: 'minutes',
  };
}

export function confirmReceipt(facts: TicketFacts, receiptId: string, unitId: string): Step {
  return {
    event: { kind: 'receipt-confirmed', unitId, facts: { receiptId } },
    ...asItIs(facts),
    stopClocks: clocksAbout(facts, receiptId),
    notices: [{ unit: facts.intake, kind: 'receipt-confirmed' }],
  };
}

/** Unread in time: the next person in the roster, or the superior’s, is told. Nobody left: the clock stays red. */
export function passReceiptOn(
  facts: TicketFacts,
  receiptId: string,
  unitId: string,
  next: { readonly receiptId: string; readonly unit: Unit; readonly clock: NewClock } | null,
): Step {
  return {
    event: {
      kind: 'receipt-passed-on',
      unitId,
      facts: { receiptId, next: next?.receiptId ?? null, to: next?.unit.id ?? null },
    },
    ...asItIs(facts),
    stopClocks: next ? clocksAbout(facts, receiptId) : [],
    startClocks: next ? [next.clock] : [],
    notices: next ? [{ unit: refOf(next.unit), kind: 'leader-told' }] : [],
  };
}

export function recordTransfer(
  facts: TicketFacts,
  unitId: string,
  transfer: { id: string; kind: string },
): Step {
  return {
    event: {
      kind: 'specialist-transferred',
      unitId,
      facts: { transferId: transfer.id, kind: transfer.kind },
    },
    ...asItIs(facts),
  };
}
