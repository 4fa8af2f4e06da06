import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { RuleFault, Slot, Week } from '../../api/contract';
import { RowFaults } from './Faults';
import { SlotsEditor } from './SlotsEditor';

type Weekday = keyof Week;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const OFFICE: readonly Weekday[] = [1, 2, 3, 4, 5];

interface Props {
  week: Week;
  field: string; // `weekly` or `duty.weekly`: where its faults lie
  faults: readonly RuleFault[];
  disabled: boolean;
  onChange: (week: Week) => void;
}

export function WeekEditor({ week, field, faults, disabled, onChange }: Props): ReactElement {
  const t = useTexts('calendars');
  const change = (weekday: Weekday, slots: Slot[]): void => onChange({ ...week, [weekday]: slots });
  const same = (): void => onChange({ ...week, ...Object.fromEntries(OFFICE.map((day) => [day, week[1]])) });
  return (
    <ul className="week">
      {WEEKDAYS.map((weekday) => {
        const own = faults.filter((fault) => fault.field.startsWith(`${field}.${weekday}`));
        return (
          <li key={weekday} className={own.length > 0 ? 'has-fault' : ''}>
            <span className="week-day">{t(`weekday.${weekday}`)}</span>
            <span className="week-slots">
              <SlotsEditor
                slots={week[weekday]}
                day={t(`weekday.${weekday}`)}
                disabled={disabled}
                onChange={(slots) => change(weekday, slots)}
              />
              <RowFaults faults={own} />
            </span>
            {weekday === 1 && !disabled && (
              <Button size="small" type="link" onClick={same}>
                {t('week.copy')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
