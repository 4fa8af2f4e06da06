import { Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { CalendarPlan, RuleFault, Week } from '../../api/contract';
import { RowFaults } from './Faults';
import { SlotsEditor } from './SlotsEditor';
import { WeekEditor } from './WeekEditor';

interface Props {
  plan: CalendarPlan;
  inherited: Week | null; // in force through the base
  faults: readonly RuleFault[];
  disabled: boolean;
  change: (part: Partial<CalendarPlan>) => void;
}

const NO_WEEK: Week = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [] };

export function WeekTab({ plan, inherited, faults, disabled, change }: Props): ReactElement {
  const t = useTexts('calendars');
  const shown = plan.weekly ?? inherited ?? NO_WEEK;
  return (
    <div className="hours-tab">
      <p className="admin-note">{t('weekHint')}</p>
      {plan.baseId !== null && (
        <Radio.Group
          disabled={disabled}
          value={plan.weekly === null ? 'inherit' : 'own'}
          options={[
            { value: 'inherit', label: t('week.inherit') },
            { value: 'own', label: t('week.own') },
          ]}
          onChange={(event) => change({ weekly: event.target.value === 'own' ? shown : null })}
        />
      )}
      <RowFaults faults={faults.filter((fault) => fault.field === 'weekly')} />
      <WeekEditor
        week={shown}
        field="weekly"
        faults={faults}
        disabled={disabled || plan.weekly === null}
        onChange={(weekly) => change({ weekly })}
      />
    </div>
  );
}

export function DutyTab({ plan, inherited, faults, disabled, change }: Props): ReactElement {
  const t = useTexts('calendars');
  const { duty } = plan;
  const start = { weekly: plan.weekly ?? inherited ?? NO_WEEK, off: [] };
  return (
    <div className="hours-tab">
      <p className="admin-note">{t('dutyHint')}</p>
      <Radio.Group
        disabled={disabled}
        value={duty === null ? 'inherit' : 'own'}
        options={[
          { value: 'inherit', label: t(plan.baseId === null ? 'week.inheritDuty' : 'week.inherit') },
          { value: 'own', label: t('week.own') },
        ]}
        onChange={(event) => change({ duty: event.target.value === 'own' ? start : null })}
      />
      {duty && (
        <>
          <WeekEditor
            week={duty.weekly}
            field="duty.weekly"
            faults={faults}
            disabled={disabled}
            onChange={(weekly) => change({ duty: { ...duty, weekly } })}
          />
          <ul className="week">
            <li>
              <span className="week-day">{t('week.off')}</span>
              <span className="week-slots">
                <SlotsEditor
                  slots={duty.off}
                  day={t('week.off')}
                  disabled={disabled}
                  onChange={(off) => change({ duty: { ...duty, off } })}
                />
                <RowFaults faults={faults.filter((fault) => fault.field.startsWith('duty.off'))} />
              </span>
            </li>
          </ul>
        </>
      )}
    </div>
  );
}
