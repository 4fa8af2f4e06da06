import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { presetOf, presetPeriod, PRESETS, type Period } from './figures/period';

interface Props {
  period: Period;
  today: string;
  onChange: (period: Period) => void;
}

/** A range of days with presets; the preset's name stands before the days it means today. */
export function PeriodPicker({ period, today, onChange }: Props): ReactElement {
  const t = useTexts('board');
  const preset = presetOf(period, today);
  return (
    <DatePicker.RangePicker
      className="period-picker"
      aria-label={t('period')}
      allowClear={false}
      inputReadOnly
      prefix={preset ? <b>{t(`presets.${preset}`)}</b> : undefined}
      separator={<span aria-hidden>–</span>}
      value={[dayjs(period.from), dayjs(period.to)]}
      maxDate={dayjs(today)}
      presets={PRESETS.map((name) => {
        const { from, to } = presetPeriod(name, today);
        return { label: t(`presets.${name}`), value: [dayjs(from), dayjs(to)] };
      })}
      onChange={(days) => {
        const [from, to] = days ?? [];
        if (from && to) onChange({ from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });
      }}
    />
  );
}
