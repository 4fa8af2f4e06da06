import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { TicketRow } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { failureOf, putTicket, sendVerb } from '../../verbs';

export type SignOutcome = { phase: 'running' } | { phase: 'done' } | { phase: 'failed'; why: string };

export interface BulkSign {
  outcomes: ReadonlyMap<string, SignOutcome>;
  running: boolean;
  sign: (rows: TicketRow[]) => Promise<void>;
  dismiss: () => void;
}

const AT_ONCE = 3;

/** Whether the server waits for a signature on this row. */
export const waitsForSign = (row: TicketRow): boolean => row.turn?.expected === 'sign';

/** Signs several tickets, a few at a time; every row keeps its own outcome, and one refusal stops no other. */
export function useBulkSign(): BulkSign {
  const t = useTexts('inbox');
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, SignOutcome>>(new Map());
  const [running, setRunning] = useState(false);
  const note = (id: string, outcome: SignOutcome) => setOutcomes((old) => new Map(old).set(id, outcome));

  const signOne = async (row: TicketRow) => {
    note(row.id, { phase: 'running' });
    try {
      putTicket(client, await sendVerb(row.id, row.version, 'sign', {}));
      note(row.id, { phase: 'done' });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'stale') putTicket(client, failure.current);
      const words = { offline: t('noNetwork'), stale: t('changed'), problem: '' }[failure.kind];
      const why = failure.kind === 'problem' ? failure.problem.detail || failure.problem.title : words;
      note(row.id, { phase: 'failed', why });
    }
  };

  const sign = async (rows: TicketRow[]) => {
    const waiting = rows.filter(waitsForSign);
    setRunning(true);
    const lane = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) await signOne(row);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    setRunning(false);
  };

  return { outcomes, running, sign, dismiss: () => setOutcomes(new Map()) };
}
