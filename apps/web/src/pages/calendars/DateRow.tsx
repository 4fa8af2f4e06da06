import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import type { DateOverride, RuleFault, Slot } from '../../api/contract';
import { Icon } from '../../parts';
import { RowFaults } from './Faults';
import { SlotsEditor } from './SlotsEditor';

type Arrangement = 'off' | 'workday' | 'half';
const ARRANGEMENTS: readonly Arrangement[] = ['off', 'workday', 'half'];
const arrangementOf = ({ kind, slots }: DateOverride): Arrangement =>
  kind === 'off' ? 'off' : slots ? 'half' : 'workday';

function arranged({ date, name }: DateOverride, arrangement: Arrangement, morning: Slot): DateOverride {
  if (arrangement === 'half') return { date, name, kind: 'workday', slots: [morning] };
  return { date, name, kind: arrangement };
}

/** One dated exception to look at. */
export function DateLine({ entry }: { entry: DateOverride }): ReactElement {
  const t = useTexts('calendars');
  const { date, name, slots } = entry;
  return (
    <li className="date-line">
      <span className="number">{date}</span>
      <span className="tag">{t(`dates.${arrangementOf(entry)}`)}</span>
      <span>{name}</span>
      {slots && (
        <span className="quiet">{slots.map(({ from, to }) => `${from} – ${to}`).join(mark('comma'))}</span>
      )}
    </li>
  );
}

interface RowProps {
  no: number; // as the checks number it, from 1
  entry: DateOverride;
  faults: readonly RuleFault[];
  morning: Slot;
  onChange: (entry: DateOverride | null) => void;
}

/** One dated exception, edited in place; its faults stand right under it. */
export function DateRow({ no, entry, faults, morning, onChange }: RowProps): ReactElement {
  const t = useTexts('calendars');
  const { slots } = entry;
  return (
    <li className={`date-row${faults.length > 0 ? ' has-fault' : ''}`}>
      <span className="row-no number" aria-hidden>
        {no}
      </span>
      <Input
        type="date"
        aria-label={t('dates.date')}
        value={entry.date}
        onChange={(event) => onChange({ ...entry, date: event.target.value })}
      />
      <Select<Arrangement>
        aria-label={t('dates.kind')}
        value={arrangementOf(entry)}
        options={ARRANGEMENTS.map((value) => ({ value, label: t(`dates.${value}`) }))}
        onChange={(arrangement) => onChange(arranged(entry, arrangement, morning))}
      />
      <Input
        maxLength={60}
        aria-label={t('dates.label')}
        placeholder={t('dates.label')}
        value={entry.name}
        onChange={(event) => onChange({ ...entry, name: event.target.value })}
      />
      <span className="date-slots">
        {slots && (
          <SlotsEditor
            slots={slots}
            day={entry.date}
            onChange={(changed) => onChange({ ...entry, slots: changed })}
          />
        )}
        {entry.kind === 'workday' && !slots && <span className="quiet">{t('dates.usual')}</span>}
      </span>
      <Button
        type="text"
        aria-label={t('dates.remove', { date: entry.date })}
        icon={<Icon name="trash" size={16} />}
        onClick={() => onChange(null)}
      />
      <RowFaults faults={faults} />
    </li>
  );
}
