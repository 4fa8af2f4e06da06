import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../api/live';
import { useSession } from '../../api/session';
import type { TicketRow } from '../../api/contract';

export interface Arrivals {
  patched: { count: number; at: number } | null;
  fresh: number; // tickets that came to my units and are not in the list yet
  clear: () => void;
}

/** Counts what the live stream brought: rows patched in place, and tickets that a reader may choose to load. */
export function useArrivals(rows: TicketRow[]): Arrivals {
  const { memberships } = useSession();
  const [patched, setPatched] = useState<Arrivals['patched']>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    known.current = new Set(rows.map((row) => row.id));
    setFresh((old) => new Set([...old].filter((id) => !known.current.has(id))));
  }, [rows]);
  useLive('ticket', (event) => {
    if (known.current.has(event.id)) {
      setPatched((old) => ({ count: old && Date.now() - old.at < 5000 ? old.count + 1 : 1, at: Date.now() }));
    } else if (memberships.some((membership) => membership.unit.id === event.turnUnitId)) {
      setFresh((old) => new Set(old).add(event.id));
    }
  });
  return { patched, fresh: fresh.size, clear: () => setFresh(new Set()) };
}
