import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { CalendarPlan, DateOverride, RuleFault, Slot } from '../../api/contract';
import { Icon } from '../../parts';
import { DateLine, DateRow } from './DateRow';
import { ImportModal } from './ImportModal';

interface Props {
  plan: CalendarPlan;
  year: number;
  faults: readonly RuleFault[];
  disabled: boolean;
  morning: Slot;
  change: (part: Partial<CalendarPlan>) => void;
}

/** The calendar's own dates of one year, row by row as the checks number them. */
export function DatesTab({ plan, year, faults, disabled, morning, change }: Props): ReactElement {
  const t = useTexts('calendars');
  const [importing, setImporting] = useState(false);
  const { overrides } = plan;
  // A date being typed belongs to no year yet; it stays where it is until it does.
  const shown = overrides
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => entry.date.startsWith(`${year}-`) || !/^\d{4}-/.test(entry.date));
  const put = (at: number, entry: DateOverride | null): void =>
    change({ overrides: overrides.flatMap((one, index) => (index === at ? (entry ?? []) : one)) });
  const add = (): void => {
    const last = shown.at(-1)?.entry.date ?? `${year}-01-01`;
    const next = new Date(Date.parse(last) + (shown.length > 0 ? 86_400_000 : 0));
    const date = Number.isNaN(next.getTime()) ? `${year}-01-01` : next.toISOString().slice(0, 10);
    change({ overrides: [...overrides, { date, kind: 'off', name: '' }] });
  };
  return (
    <div className="dates-tab">
      {shown.length === 0 && (
        <p className="admin-note">{t(plan.baseId === null ? 'dates.none' : 'dates.noneDerived', { year })}</p>
      )}
      <ul>
        {shown.map(({ entry, index }) =>
          disabled ? (
            <DateLine key={index} entry={entry} />
          ) : (
            <DateRow
              key={index}
              no={index + 1}
              entry={entry}
              morning={morning}
              faults={faults.filter((fault) => fault.field.startsWith(`overrides.${index}.`))}
              onChange={(changed) => put(index, changed)}
            />
          ),
        )}
      </ul>
      {!disabled && (
        <div className="admin-tools">
          <Button icon={<Icon name="plus" />} onClick={add}>
            {t('dates.add')}
          </Button>
          <Button icon={<Icon name="paperclip" />} onClick={() => setImporting(true)}>
            {t('import.open')}
          </Button>
        </div>
      )}
      {importing && (
        <ImportModal
          id={plan.id}
          year={year}
          onClose={() => setImporting(false)}
          onApply={(imported) => {
            setImporting(false);
            change({ overrides: imported });
          }}
        />
      )}
    </div>
  );
}
