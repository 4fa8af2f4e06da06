import { Checkbox, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { WatchForm } from './changes';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAY_KINDS = ['any', 'workday', 'day-off'] as const;
const HOURS = Array.from({ length: 49 }, (_, half) => {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(half / 2))}:${half % 2 === 0 ? '00' : '30'}`;
});

interface Props {
  form: WatchForm;
  today: string;
  put: (part: Partial<WatchForm>) => void;
}

function Time({
  id,
  value,
  label,
  put,
}: {
  id: string;
  value: string;
  label: string;
  put: (time: string) => void;
}) {
  const all = id === 'watch-from' ? HOURS.slice(0, -1) : HOURS.slice(1);
  const offered = all.includes(value) ? all : [value, ...all].sort();
  return (
    <Select
      id={id}
      aria-label={label}
      showSearch
      value={value}
      options={offered.map((time) => ({ value: time, label: time }))}
      onChange={put}
    />
  );
}

function Weekly({ form, today, put }: Props): ReactElement {
  const t = useTexts('roster');
  return (
    <>
      <span id="watch-weekdays">{t('weekdays')}</span>
      <Checkbox.Group
        aria-labelledby="watch-weekdays"
        className="watch-weekdays"
        value={form.weekdays}
        options={WEEKDAYS.map((value) => ({ value, label: t(`short.${value}`) }))}
        onChange={(weekdays) => put({ weekdays })}
      />
      <label htmlFor="watch-kind">{t('dayKind')}</label>
      <Select
        id="watch-kind"
        value={form.dayKind}
        options={DAY_KINDS.map((value) => ({ value, label: t(`dayKinds.${value}`) }))}
        onChange={(dayKind) => put({ dayKind })}
      />
      <label htmlFor="watch-from-day">{t('fromDay')}</label>
      <span className="watch-span">
        <Input
          id="watch-from-day"
          type="date"
          value={form.fromDay}
          onChange={(event) => put({ fromDay: event.target.value })}
        />
        <span>–</span>
        <Input
          type="date"
          aria-label={t('toDay')}
          min={form.fromDay > today ? form.fromDay : today}
          value={form.toDay ?? ''}
          onChange={(event) => put({ toDay: event.target.value === '' ? null : event.target.value })}
        />
        {form.toDay === null && <span className="quiet">{t('openEnd')}</span>}
      </span>
    </>
  );
}

/** When: one day, which is also how a watch is moved, or the weekdays of a line. */
export function DaysFields({ form, today, put }: Props): ReactElement {
  const t = useTexts('roster');
  return (
    <>
      <span>{t('hours')}</span>
      <span className="watch-span">
        <Time id="watch-from" label={t('from')} value={form.fromTime} put={(fromTime) => put({ fromTime })} />
        <span>–</span>
        <Time id="watch-to" label={t('to')} value={form.toTime} put={(toTime) => put({ toTime })} />
        {form.toTime <= form.fromTime && <span className="tag">{t('overnight')}</span>}
      </span>
      {form.scope === 'day' ? (
        <>
          <label htmlFor="watch-day">{t('day')}</label>
          <Input
            id="watch-day"
            type="date"
            min={today}
            value={form.day}
            onChange={(event) => event.target.value !== '' && put({ day: event.target.value })}
          />
        </>
      ) : (
        <Weekly form={form} today={today} put={put} />
      )}
    </>
  );
}
