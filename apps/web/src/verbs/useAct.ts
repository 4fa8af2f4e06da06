import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { OfflineError, ProblemError, send } from '../api/client';
import type { Problem, TicketView, TicketVerb } from '../api/contract';
import { ENDPOINTS, type VerbBody } from './endpoints';
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
  /** Sends the same body once more, on top of the version the server answered with. */
  again: () => Promise<TicketView | null>;
  pending: boolean;
  failure: Failure | null;
  clear: () => void;
}

/** An act whose verb is known: its request is the one the server asks for. */
export interface ActOf<V extends TicketVerb> extends Act {
  run: (body: VerbBody<V>, part?: string) => Promise<TicketView | null>;
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

/** One path type for all: the union of every verb's is more than the compiler counts. */
const pathOf = (verb: TicketVerb, id: string, part?: string): `/tickets/${string}/sign` =>
  (ENDPOINTS[verb] as (ticketId: string, part?: string) => `/tickets/${string}/sign`)(id, part);

/** One request for one verb; throws what the client throws. */
export function sendVerb<V extends TicketVerb>(
  id: string,
  version: number,
  verb: V,
  body: VerbBody<V>,
  part?: string,
): Promise<TicketView> {
  return sendTo(id, version, pathOf(verb, id, part), body);
}

/** Every step answers the ticket as it then is; which step it is no longer matters to the request. */
function sendTo(
  id: string,
  version: number,
  path: `/tickets/${string}/sign`,
  body: unknown,
): Promise<TicketView> {
  return send('POST', path, body as VerbBody<'sign'>, { ifMatch: Math.max(version, ownVersion(id)) });
}

/** Verbs that carry no words: there is nothing to compare, so they act on the newest version that still allows them. */
const WORDLESS: readonly TicketVerb[] = ['sign', 'recall', 'archive', 'sign-support'];
/** How often such a verb runs after a ticket that is just moving down its chain. */
const FOLLOWS = 4;

/** One verb on one ticket. `If-Match` is the version the form was opened on, not whatever a live patch brought since. */
export function useAct<V extends TicketVerb>(ticket: TicketView, verb: V): ActOf<V> {
  const client = useQueryClient();
  const takeOffline = useOfflineQueue();
  const opened = useRef(ticket);
  const last = useRef<{ body: VerbBody<V>; part: string | undefined } | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wordless = WORDLESS.includes(verb);
  if (opened.current.id !== ticket.id || wordless) opened.current = ticket;

  const attempt = async (
    body: VerbBody<V>,
    part: string | undefined,
    left: number,
  ): Promise<TicketView | null> => {
    last.current = { body, part };
    setPending(true);
    setFailure(null);
    try {
      const answer = await sendTo(ticket.id, opened.current.version, pathOf(verb, ticket.id, part), body);
      opened.current = answer;
      putTicket(client, answer);
      return answer;
    } catch (error) {
      if (
        error instanceof OfflineError &&
        takeOffline?.(opened.current, verb, (body as object | undefined) ?? {})
      )
        return opened.current;
      const failed = failureOf(error);
      if (wordless && failed.kind === 'stale' && left > 0 && failed.current.verbs.includes(verb)) {
        opened.current = failed.current;
        return await attempt(body, part, left - 1);
      }
      setFailure(failed);
      return null;
    } finally {
      setPending(false);
    }
  };

  const run = (body: VerbBody<V>, part?: string) => attempt(body, part, FOLLOWS);

  const again = (): Promise<TicketView | null> => {
    if (failure?.kind === 'stale') opened.current = failure.current;
    return last.current ? run(last.current.body, last.current.part) : Promise.resolve(null);
  };

  return { base: opened.current, run, again, pending, failure, clear: () => setFailure(null) };
}
