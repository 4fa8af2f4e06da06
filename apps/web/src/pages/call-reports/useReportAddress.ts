import { useSearchParams } from 'react-router';
import type { ReportStep } from '../../api/contract';
import { useCan } from '../../api/session';
import { shanghaiDay, type Period } from '../board/figures/period';
import { useHomeUnit } from '../board/useAddress';
import { fittingStep, isDay } from './steps';

export type ReportTab = 'queues' | 'agents';

export interface ReportAddress {
  tab: ReportTab;
  unitId: string | undefined;
  today: string;
  period: Period;
  step: ReportStep;
  sourceId: string | undefined;
  queue: string | undefined;
  accountId: string | undefined;
  change: (values: Record<string, string | undefined>) => void;
}

/** Everything a report shows is in its address, so a link shows another person the same. */
export function useReportAddress(): ReportAddress {
  const [search, setSearch] = useSearchParams();
  const others = useCan('call-report.of-others');
  const home = useHomeUnit();
  const today = shanghaiDay(new Date().toISOString());
  const [from, to] = [search.get('from'), search.get('to')];
  const given = isDay(from) && isDay(to) && from <= to && from <= today;
  const period = given ? { from, to } : { from: today, to: today };
  return {
    tab: others && search.get('tab') !== 'agents' ? 'queues' : 'agents',
    unitId: search.get('unit') ?? home?.id,
    today,
    period,
    step: fittingStep(search.get('step'), period),
    sourceId: search.get('source') ?? undefined,
    queue: search.get('queue') ?? undefined,
    accountId: search.get('account') ?? undefined,
    change: (values) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries(values))
            if (value === undefined) next.delete(name);
            else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
  };
}
