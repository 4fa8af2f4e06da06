import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { OfflineError, ProblemError, send } from '../api/client';
import type { Problem, TicketView, TicketVerb } from '../api/contract';
import { ENDPOINTS } from './endpoints';
import { useOfflineQueue } from './offline';
import { ownVersion, putTicket } from './putTicket';

export type Failure =
  | { kind: 'problem'; problem: Problem }
  | { kind: 'offline' }
  /** Somebody changed the ticket since the form was opened; `current` is what the server holds now. */
  | { kind: 'stale'; problem: Problem; current: TicketView };

export interface Act {
  /** The ticket as it was when the form was opened. */
  base: TicketView;
  run: (body: object, part?: string) => Promise<TicketView | null>;
  /** Sends the same body once more, on top of the version the server answered with. */
  again: () => Promise<TicketView | null>;
  pending: boolean;
  failure: Failure | null;
  clear: () => void;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof OfflineError) return { kind: 'offline' };
  if (!(error instanceof ProblemError)) throw error;
  const { problem } = error;
  const stale = error.status === 409 && problem.current !== undefined;
  return stale
    ? { kind: 'stale', problem, current: problem.current as TicketView }
    : { kind: 'problem', problem };
}

/** One request for one verb; throws what the client throws. */
export function sendVerb(
  id: string,
  version: number,
  verb: TicketVerb,
  body: object,
  part?: string,
): Promise<TicketView> {
  const endpoint = ENDPOINTS[verb];
  return send<TicketView>(endpoint.method, endpoint.path(id, part), body, {
    ifMatch: Math.max(version, ownVersion(id)),
  });
}

/** One verb on one ticket. `If-Match` is the version the form was opened on, not whatever a live patch brought since. */
export function useAct(ticket: TicketView, verb: TicketVerb): Act {
  const client = useQueryClient();
  const takeOffline = useOfflineQueue();
  const opened = useRef(ticket);
  const last = useRef<{ body: object; part: string | undefined }>({ body: {}, part: undefined });
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (opened.current.id !== ticket.id) opened.current = ticket;

  const run = async (body: object, part?: string): Promise<TicketView | null> => {
    last.current = { body, part };
    setPending(true);
    setFailure(null);
    try {
      const answer = await sendVerb(ticket.id, opened.current.version, verb, body, part);
      opened.current = answer;
      putTicket(client, answer);
      return answer;
    } catch (error) {
      if (error instanceof OfflineError && takeOffline?.(opened.current, verb, body)) return opened.current;
      setFailure(failureOf(error));
      return null;
    } finally {
      setPending(false);
    }
  };

  const again = (): Promise<TicketView | null> => {
    if (failure?.kind === 'stale') opened.current = failure.current;
    return run(last.current.body, last.current.part);
  };

  return { base: opened.current, run, again, pending, failure, clear: () => setFailure(null) };
}
