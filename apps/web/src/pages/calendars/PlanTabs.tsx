import type { ReactElement } from 'react';
import type { CalendarPlan, CalendarView, RuleFault } from '../../api/contract';
import { DatesTab } from './DatesTab';
import type { Tab } from './Faults';
import { HistoryTab } from './HistoryTab';
import { DutyTab, WeekTab } from './HoursTabs';
import type { Edition } from './useCalendars';
import { YearView } from './YearView';

interface Props {
  view: CalendarView;
  plan: CalendarPlan;
  of: Edition;
  version: number;
  tab: Tab;
  year: number;
  faults: readonly RuleFault[];
  change?: (part: Partial<CalendarPlan>) => void; // absent: to look at only
}

const MORNING = { from: '08:30', to: '12:00' };

/** One side of a calendar at a time: its year, its dates, its hours, its history. */
export function PlanTabs({ view, plan, of, version, tab, year, faults, change }: Props): ReactElement {
  const disabled = !change;
  const edit = { plan, faults, disabled, change: change ?? (() => undefined) };
  const morning = (plan.weekly ?? view.weekly)?.['1'][0] ?? MORNING;
  switch (tab) {
    case 'year':
      return <YearView id={view.id} year={year} of={of} version={version} derived={plan.baseId !== null} />;
    case 'dates':
      return <DatesTab {...edit} year={year} morning={morning} />;
    case 'week':
      return <WeekTab {...edit} inherited={view.weekly} />;
    case 'duty':
      return <DutyTab {...edit} inherited={view.weekly} />;
    case 'history':
      return <HistoryTab view={view} />;
  }
}
