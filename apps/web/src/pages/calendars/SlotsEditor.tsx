import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import type { Slot } from '../../api/contract';
import { Icon } from '../../parts';

interface Props {
  slots: readonly Slot[];
  day: string; // whose slots, for those who hear the page
  disabled?: boolean;
  onChange: (slots: Slot[]) => void;
}

/** The next free stretch: an hour after the last one. */
function nextSlot(slots: readonly Slot[]): Slot {
  const last = slots.at(-1)?.to ?? '08:30';
  const hour = Math.min(22, Number(last.slice(0, 2)) + (slots.length > 0 ? 1 : 0));
  const two = (value: number): string => String(value).padStart(2, '0');
  return { from: `${two(hour)}:30`, to: `${two(hour + 1)}:30` };
}

/** 08:30 – 12:00, 13:30 – 17:30: typed as plain times, several a day. */
export function SlotsEditor({ slots, day, disabled = false, onChange }: Props): ReactElement {
  const t = useTexts('calendars');
  if (disabled) {
    const told = slots.map(({ from, to }) => `${from} – ${to}`).join(mark('comma'));
    return <span className={`slots${told ? '' : ' quiet'}`}>{told || t('week.rest')}</span>;
  }
  const change = (at: number, part: Partial<Slot>): void =>
    onChange(slots.map((slot, index) => (index === at ? { ...slot, ...part } : slot)));
  return (
    <span className="slots">
      {slots.length === 0 && <span className="quiet">{t('week.rest')}</span>}
      {slots.map((slot, index) => (
        <span key={index} className="slot">
          <Input
            size="small"
            inputMode="numeric"
            maxLength={5}
            value={slot.from}
            aria-label={t('week.from', { day })}
            onChange={(event) => change(index, { from: event.target.value })}
          />
          –
          <Input
            size="small"
            inputMode="numeric"
            maxLength={5}
            value={slot.to}
            aria-label={t('week.to', { day })}
            onChange={(event) => change(index, { to: event.target.value })}
          />
          <Button
            size="small"
            type="text"
            aria-label={t('week.remove')}
            icon={<Icon name="close" size={12} />}
            onClick={() => onChange(slots.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      {slots.length < 6 && (
        <Button
          size="small"
          type="text"
          icon={<Icon name="plus" size={12} />}
          onClick={() => onChange([...slots, nextSlot(slots)])}
        >
          {t('week.add')}
        </Button>
      )}
    </span>
  );
}
