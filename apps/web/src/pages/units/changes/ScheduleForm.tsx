import { Button, DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { ProblemError } from '../../../api/client';
import type { UnitChange } from '../../../api/contract';
import { dayText, ErrorState, minuteText } from '../../../parts';
import { useSchedule } from './useChanges';

interface Props {
  change: UnitChange;
  onDone: () => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** Day and hour in Asia/Shanghai; which of them may be chosen is the server's to say. */
export function ScheduleForm({ change, onDone }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const set = change.scheduledFor;
  const [day, setDay] = useState<Dayjs | null>(set ? dayjs(dayText(set)) : null);
  const [hour, setHour] = useState(set ? minuteText(set) : '00:00');
  const schedule = useSchedule(change);
  const problem = schedule.error instanceof ProblemError ? schedule.error.problem : null;
  const wrongTime = problem?.field === 'at';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!day) return;
    schedule.mutate(`${day.format('YYYY-MM-DD')}T${hour}:00+08:00`, { onSuccess: onDone });
  };
  return (
    <form className="change-schedule" onSubmit={submit} aria-label={t('schedule')}>
      <label htmlFor="schedule-day">{t('scheduleDay')}</label>
      <div className="change-when">
        <DatePicker
          id="schedule-day"
          size="large"
          value={day}
          onChange={setDay}
          minDate={dayjs(dayText(Date.now()))}
          inputReadOnly
          {...(wrongTime ? { status: 'error' as const } : {})}
        />
        <Select
          size="large"
          aria-label={t('scheduleHour')}
          value={hour}
          onChange={setHour}
          options={HOURS.map((value) => ({ value, label: value }))}
        />
        <Button type="primary" size="large" htmlType="submit" disabled={!day} loading={schedule.isPending}>
          {t('scheduleSave')}
        </Button>
        <Button size="large" type="text" onClick={onDone}>
          {t('no')}
        </Button>
      </div>
      {wrongTime ? (
        <p className="change-problem" role="alert">
          {t('scheduleWrong')}
        </p>
      ) : (
        <p className="admin-note">{t('scheduleHint')}</p>
      )}
      {schedule.error && !wrongTime && <ErrorState small error={schedule.error} />}
    </form>
  );
}
