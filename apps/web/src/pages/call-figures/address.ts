import { useSearchParams } from 'react-router';
import type { CallColumn, FormulaKind } from '../../api/contract';
import { useSession } from '../../api/session';
import { periodFrom, shanghaiDay } from '../board/figures/period';

export const KINDS = [
  'connection_rate',
  'service_level',
  'abandonment',
] as const satisfies readonly FormulaKind[];
export const SIDES = ['numerator', 'missed', 'denominator', 'beside', 'all'] as const;
export type Side = (typeof SIDES)[number];

export interface Asked {
  unitId: string | undefined;
  from: string;
  to: string;
  per: 'calls' | 'visits';
}

/** Which calls are listed below: a side of a rate, one column of it if asked. */
export interface Picked {
  kind: FormulaKind;
  side: Side;
  column: CallColumn | undefined;
}

export interface FigureAddress {
  asked: Asked;
  today: string;
  picked: Picked | null;
  /** Whose versions are looked at. */
  versions: FormulaKind | null;
  change: (values: Record<string, string | undefined>) => void;
  linkTo: (values: Record<string, string | undefined>) => string;
}

const sixDaysBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10);

/** Everything the page shows is in its address, so that a link shows another person the same. */
export function useFigureAddress(): FigureAddress {
  const [search, setSearch] = useSearchParams();
  const { memberships } = useSession();
  const today = shanghaiDay(new Date().toISOString());
  const written = (values: Record<string, string | undefined>): URLSearchParams => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  const period = search.has('from') ? periodFrom(search, today) : { from: sixDaysBefore(today), to: today };
  const kind = KINDS.find((one) => one === search.get('kind'));
  const side = SIDES.find((one) => one === search.get('side'));
  return {
    asked: {
      unitId: search.get('unit') ?? memberships[0]?.unit.id,
      from: period.from,
      to: period.to,
      per: search.get('per') === 'visits' ? 'visits' : 'calls',
    },
    today,
    picked:
      kind && side
        ? { kind, side, column: (search.get('column') ?? undefined) as CallColumn | undefined }
        : null,
    versions: KINDS.find((one) => one === search.get('versions')) ?? null,
    change: (values) => setSearch(written(values), { replace: true }),
    linkTo: (values) => `/call-figures?${written(values).toString()}`,
  };
}
