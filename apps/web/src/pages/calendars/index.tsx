import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import type { CalendarCard } from '../../api/contract';
import { useCan } from '../../api/session';
import { dayText, EmptyState, ErrorState, Icon, Skeletons } from '../../parts';
import '../units/admin.css';
import { CalendarDetail, type Looking } from './CalendarDetail';
import './calendars.css';
import './hours.css';
import type { Tab } from './Faults';
import { NewCalendarModal } from './NewCalendarModal';
import { texts } from './texts';
import { type Edition, useCalendar, useCalendars } from './useCalendars';

registerTexts('calendars', texts);

interface LineProps {
  calendar: CalendarCard;
  current: boolean;
  onChoose: (id: string) => void;
}

function CalendarLine({ calendar, current, onChoose }: LineProps): ReactElement {
  const t = useTexts('calendars');
  const { id, name, unit, unitCount, missingYear, version, draft } = calendar;
  return (
    <li>
      <button
        type="button"
        className={`calendar-line${current ? ' is-current' : ''}`}
        aria-current={current}
        onClick={() => onChoose(id)}
      >
        <span className="cut">
          <b>{name}</b>
        </span>
        <span className="calendar-marks">
          {missingYear !== null && (
            <span className="tag tag-warn">{t('missing', { year: missingYear })}</span>
          )}
          {draft && <span className="tag">{t('hasDraft')}</span>}
        </span>
        <small>
          {unit?.name ?? t('national')} · {version === null ? t('unpublished') : t('version', { version })} ·{' '}
          {t('units', { count: unitCount.toLocaleString('en-US') })}
        </small>
      </button>
    </li>
  );
}

/** What the address says is looked at; this year and the published edition when it says nothing. */
function useLooking(): [Looking, (change: Partial<Looking & { id: string }>) => void, string | null] {
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(dayText(Date.now()).slice(0, 4));
  const looking: Looking = {
    tab: (search.get('tab') as Tab | null) ?? 'year',
    year: Number(search.get('year')) || thisYear,
    of: (search.get('of') as Edition | null) ?? 'published',
  };
  const look = (change: Partial<Looking & { id: string }>): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) next.set(name, String(value));
        return next;
      },
      { replace: change.id === undefined },
    );
  return [looking, look, search.get('id')];
}

/** The calendars units work by: what each year is like, and for their administrators the draft of the next version. */
export default function CalendarsPage(): ReactElement {
  const t = useTexts('calendars');
  const [looking, look, asked] = useLooking();
  const [adding, setAdding] = useState(false);
  const edits = useCan('calendar.edit');
  const calendars = useCalendars();
  const currentId = asked ?? calendars.data?.[0]?.id;
  const current = useCalendar(currentId);
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-panels calendar-panels">
        <nav className="admin-panel" tabIndex={0} aria-label={t('list')}>
          {calendars.isPending && <Skeletons rows={4} height={56} />}
          {calendars.isError && (
            <ErrorState small error={calendars.error} onRetry={() => void calendars.refetch()} />
          )}
          <ul className="calendar-list">
            {calendars.data?.map((calendar) => (
              <CalendarLine
                key={calendar.id}
                calendar={calendar}
                current={calendar.id === currentId}
                onChoose={(id) => look({ id, of: 'published' })}
              />
            ))}
          </ul>
          {edits && (
            <Button
              type="link"
              icon={<Icon name="plus" />}
              className="admin-more"
              onClick={() => setAdding(true)}
            >
              {t('add')}
            </Button>
          )}
        </nav>
        <section className="admin-panel" tabIndex={0} aria-label={current.data?.name ?? t('choose')}>
          {current.isError && <ErrorState error={current.error} onRetry={() => void current.refetch()} />}
          {current.isPending &&
            (currentId ? (
              <Skeletons rows={8} height={56} />
            ) : (
              <EmptyState icon="calendar" title={t('choose')} />
            ))}
          {current.data && (
            <CalendarDetail key={current.data.id} view={current.data} looking={looking} onLook={look} />
          )}
        </section>
      </div>
      {adding && (
        <NewCalendarModal
          calendars={calendars.data ?? []}
          onClose={() => setAdding(false)}
          onMade={({ id }) => {
            setAdding(false);
            look({ id, of: 'draft', tab: 'dates' });
          }}
        />
      )}
    </div>
  );
}
