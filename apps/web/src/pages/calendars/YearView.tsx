import type { ReactElement } from 'react';
import { useTexts, type Translate } from '../../app/i18n';
import type { CalendarDay, CalendarYear } from '../../api/contract';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { type Edition, useCalendarYear } from './useCalendars';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MARKS = ['holiday', 'make-up', 'half', 'rest'] as const;

/** Everything the colours and corners say, in words. */
function dayWords(day: CalendarDay, t: Translate): string {
  return [
    day.date,
    t(`mark.${day.mark}`),
    day.name,
    day.own && day.name ? t('own') : '',
    day.slots ? t('hours', { slots: day.slots }) : t('noHours'),
    day.duty && day.duty !== day.slots ? t('onDuty', { slots: day.duty }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function Day({ day, derived }: { day: CalendarDay; derived: boolean }): ReactElement {
  const t = useTexts('calendars');
  const words = dayWords(day, t);
  return (
    <td className={`day day-${day.mark}${derived && day.own && day.name ? ' day-own' : ''}`} title={words}>
      <span aria-hidden>
        {Number(day.date.slice(8))}
        {t(`short.${day.mark}`) && <sup>{t(`short.${day.mark}`)}</sup>}
      </span>
      <span className="visually-hidden">{words}</span>
    </td>
  );
}

function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const cells: (CalendarDay | null)[] = [...Array<null>((days[0]?.weekday ?? 1) - 1).fill(null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

interface MonthProps {
  month: number;
  days: readonly CalendarDay[];
  derived: boolean;
}

function Month({ month, days, derived }: MonthProps): ReactElement {
  const t = useTexts('calendars');
  return (
    <table className="month">
      <caption>{t('month', { month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" aria-label={t(`weekday.${weekday}`)}>
              {t(`weekdays.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, at) =>
              day ? <Day key={day.date} day={day} derived={derived} /> : <td key={at} aria-hidden />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Legend({ year, derived }: { year: CalendarYear; derived: boolean }): ReactElement {
  const t = useTexts('calendars');
  const count = (mark: string): number => year.days.filter((day) => day.mark === mark).length;
  return (
    <ul className="year-legend">
      <li>
        <b>{t('year.working', { count: year.workingDays })}</b>
      </li>
      {MARKS.filter((mark) => count(mark) > 0).map((mark) => (
        <li key={mark}>
          <span className={`day day-${mark}`} aria-hidden>
            {t(`short.${mark}`) || '6'}
          </span>
          {t(`mark.${mark}`)} <span className="number">{count(mark)}</span>
        </li>
      ))}
      {derived && (
        <li>
          <span className="day day-own day-holiday" aria-hidden>
            {t('short.holiday')}
          </span>
          {t('own')}
        </li>
      )}
    </ul>
  );
}

interface Props {
  id: string;
  year: number;
  of: Edition;
  version: number;
  derived: boolean; // its own dates stand out from those of its base
}

/** Twelve small months; a year whose plan is not published says so instead of showing plain weekdays. */
export function YearView({ id, year, of, version, derived }: Props): ReactElement {
  const t = useTexts('calendars');
  const found = useCalendarYear(id, year, of, version);
  if (found.isPending) return <Skeletons rows={8} height={56} />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data.known) {
    return (
      <EmptyState icon="calendar" title={t('unknownTitle', { year })}>
        <p className="unknown-text">{t('unknownText', { year })}</p>
        <p className="unknown-text">{t('unknownDo')}</p>
      </EmptyState>
    );
  }
  const monthOf = (month: number): CalendarDay[] =>
    found.data.days.filter((day) => Number(day.date.slice(5, 7)) === month);
  return (
    <>
      <Legend year={found.data} derived={derived} />
      <div className="months">
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={index} month={index + 1} days={monthOf(index + 1)} derived={derived} />
        ))}
      </div>
    </>
  );
}
