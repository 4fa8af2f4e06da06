import type { ListedOrder, Role } from '../../api/contract';

export const SIDES = ['received', 'given', 'below'] as const;
export type Side = (typeof SIDES)[number];
export const STATES = ['open', 'overdue', 'answered', 'ended', 'all'] as const;
export type State = (typeof STATES)[number];
export const KINDS = ['urge', 'supervise', 'raise'] as const satisfies readonly ListedOrder['kind'][];
type Kind = (typeof KINDS)[number];

export interface Filters {
  side: Side;
  state: State;
  kind: Kind | null;
  unitId: string | null;
}

/** What each person came for: a supervisor looks after the orders given, everybody else after those to answer. */
export const firstSide = (roles: readonly Role[]): Side =>
  roles.includes('supervisor') ? 'given' : 'received';

/** The address says everything; what it leaves out or misspells is the beginning of the page. */
export function filtersOf(search: URLSearchParams, roles: readonly Role[]): Filters {
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === search.get(name));
  return {
    side: one('side', SIDES) ?? firstSide(roles),
    state: one('state', STATES) ?? 'open',
    kind: one('kind', KINDS) ?? null,
    unitId: search.get('unit'),
  };
}

/** As `ListOrders` asks for them. */
export const queryOf = ({ side, state, kind, unitId }: Filters) => ({
  side,
  state: state === 'all' ? undefined : state,
  kind: kind ?? undefined,
  unitId: unitId ?? undefined,
});
