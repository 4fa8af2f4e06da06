import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { MetricName, UnitBrief, UnitLevel } from '../../api/contract';
import { useSession } from '../../api/session';
import { periodFrom, shanghaiDay, type Period } from './figures/period';
import { METRICS } from './figures/rows-link';
import { sortingFrom, type Sorting } from './figures/order';

const LEVELS: readonly UnitLevel[] = ['national', 'province', 'city', 'county', 'township', 'enterprise'];
export const TILE_METRICS = ['on-time', 'connection', 'worker-satisfaction'] as const;
export type TileMetric = (typeof TILE_METRICS)[number];

/** The highest unit a person belongs to: where their board starts. */
export function useHomeUnit(): UnitBrief | undefined {
  const { memberships } = useSession();
  const units = memberships.map((membership) => membership.unit);
  return [...units].sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level))[0];
}

export interface BoardAddress {
  unitId: string | undefined;
  period: Period;
  today: string;
  tile: TileMetric;
  sorting: Sorting;
  opened: string[];
  definition: MetricName | undefined;
  /** Writes parameters into the address; `undefined` takes one out. Entering a unit or a period is a step back can undo. */
  change: (values: Record<string, string | undefined>, step?: boolean) => void;
  go: (address: string) => void;
}

/** Everything the board shows is in its address, so a link shows another person the same. */
export function useAddress(): BoardAddress {
  const [parameters, setParameters] = useSearchParams();
  const navigate = useNavigate();
  const home = useHomeUnit();
  const today = shanghaiDay(new Date().toISOString());
  const change = useCallback(
    (values: Record<string, string | undefined>, step = false) => {
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(values)) {
            if (value === undefined) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: !step },
      );
    },
    [setParameters],
  );
  return useMemo(
    () => ({
      unitId: parameters.get('unitId') ?? home?.id,
      period: periodFrom(parameters, today),
      today,
      tile: TILE_METRICS.find((metric) => metric === parameters.get('tile')) ?? 'on-time',
      sorting: sortingFrom(parameters.get('sort')),
      opened: (parameters.get('open') ?? '').split(',').filter(Boolean),
      definition: METRICS.find((metric) => metric === parameters.get('definition')),
      change,
      go: (address: string) => void navigate(address),
    }),
    [parameters, home?.id, today, change, navigate],
  );
}
