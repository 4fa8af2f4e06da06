import { useEffect, useSyncExternalStore } from 'react';
import { OfflineError, ProblemError } from '../../api/client';
import type { TicketRow, TicketVerb } from '../../api/contract';
import { queryClient } from '../../api/queries';
import { putTicket, sendVerb, type VerbBody } from '../../verbs';

export interface WaitingStep {
  ticketId: string;
  verb: TicketVerb;
  version: number;
  phase: 'waiting' | 'sending' | 'refused' | 'stale';
  why: string | null;
}

/** Verbs that may wait for the network: none of them depends on what another unit does meanwhile. */
const MAY_WAIT: readonly TicketVerb[] = ['sign', 'report', 'log-worker-contact'];
const PLACE = 'hotline.waiting';
const RETRY_EVERY = 15_000; // ms

let steps: readonly WaitingStep[] = restore();
/** What people wrote stays in memory only: a phone that is lost must not carry a worker's story. */
const bodies = new Map<string, object>();
/** What the card of a waiting step shows while the network is down; in memory only, for the same reason. */
const rows = new Map<string, TicketRow>();
const listeners = new Set<() => void>();
let flushing = false;

const nameOf = (step: Pick<WaitingStep, 'ticketId' | 'verb'>): string => `${step.ticketId} ${step.verb}`;

/** After a reload only signatures are left: they have no words and no personal data. */
function restore(): WaitingStep[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(stored)
      ? stored.map((step: WaitingStep) => ({ ...step, phase: 'waiting', why: null }))
      : [];
  } catch {
    return [];
  }
}

function put(next: readonly WaitingStep[]): void {
  steps = next;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(steps.filter((step) => step.verb === 'sign')));
  } catch {
    // Without session storage the queue lives as long as the page.
  }
  for (const listener of listeners) listener();
}

function change(step: WaitingStep, to: Partial<WaitingStep>): void {
  put(steps.map((one) => (nameOf(one) === nameOf(step) ? { ...one, ...to } : one)));
}

export const rowOfStep = (step: WaitingStep): TicketRow | undefined => rows.get(step.ticketId);

export function takeOffline(ticket: TicketRow, verb: TicketVerb, body: object): boolean {
  if (!MAY_WAIT.includes(verb)) return false;
  const step: WaitingStep = {
    ticketId: ticket.id,
    verb,
    version: ticket.version,
    phase: 'waiting',
    why: null,
  };
  bodies.set(nameOf(step), body);
  rows.set(ticket.id, ticket);
  put([...steps.filter((one) => nameOf(one) !== nameOf(step)), step]);
  return true;
}

export function dropStep(step: WaitingStep): void {
  bodies.delete(nameOf(step));
  put(steps.filter((one) => nameOf(one) !== nameOf(step)));
}

/** What the form of this very verb gave to the outbox. */
function bodyOf(step: WaitingStep): VerbBody<WaitingStep['verb']> {
  return (bodies.get(nameOf(step)) ?? {}) as VerbBody<WaitingStep['verb']>;
}

async function sendStep(step: WaitingStep): Promise<void> {
  change(step, { phase: 'sending', why: null });
  try {
    putTicket(queryClient, await sendVerb(step.ticketId, step.version, step.verb, bodyOf(step)));
    dropStep(step);
  } catch (error) {
    if (error instanceof OfflineError) {
      change(step, { phase: 'waiting' });
      throw error;
    }
    if (!(error instanceof ProblemError)) throw error;
    const { current, detail, title } = error.problem;
    if (error.status === 409 && current) {
      putTicket(queryClient, current);
      // The next try stands on the version the person can now see.
      change(step, { phase: 'stale', version: current.version, why: detail || title });
    } else {
      change(step, { phase: 'refused', why: detail || title });
    }
  }
}

/** Sends what waits, in the order it was done; the first dead connection ends the attempt. */
export async function flush(): Promise<void> {
  if (flushing) return;
  flushing = true;
  try {
    for (const step of steps.filter((one) => one.phase === 'waiting')) await sendStep(step);
  } catch (error) {
    if (!(error instanceof OfflineError)) throw error;
  } finally {
    flushing = false;
  }
}

export function retryStep(step: WaitingStep): void {
  change(step, { phase: 'waiting' });
  void flush();
}

export function useWaitingSteps(): readonly WaitingStep[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => steps,
  );
}

/** Keeps trying while a phone page is open, and warns before words that exist only in memory are lost. */
export function useFlushing(): void {
  useEffect(() => {
    const go = () => void flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (bodies.size > 0) event.preventDefault();
    };
    go();
    const timer = setInterval(go, RETRY_EVERY);
    window.addEventListener('online', go);
    window.addEventListener('beforeunload', warn);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', go);
      window.removeEventListener('beforeunload', warn);
    };
  }, []);
}
