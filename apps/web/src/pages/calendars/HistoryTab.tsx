import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import type { CalendarView } from '../../api/contract';
import { useCan } from '../../api/session';
import { TimeText } from '../../parts';
import { useCalendars } from './useCalendars';

/** Who published what, when, following which notice; and who works by it. */
export function HistoryTab({ view }: { view: CalendarView }): ReactElement {
  const t = useTexts('calendars');
  const manages = useCan('unit.manage');
  const calendars = useCalendars();
  return (
    <div className="hours-tab">
      <h3>{t('history.versions')}</h3>
      <ul className="admin-list">
        {view.versions.map((one) => (
          <li key={one.version} className="version-row">
            <b>{t('version', { version: one.version })}</b>
            <span className="tag">{t('years', { from: one.knownFrom, to: one.knownTo })}</span>
            <span>{one.note || t('shipped')}</span>
            <span className="admin-space" />
            <span className="quiet">{one.publishedBy}</span>
            <TimeText at={one.publishedAt} form="day" />
          </li>
        ))}
      </ul>
      {view.derived.length > 0 && (
        <>
          <h3>{t('history.derived')}</h3>
          <p className="unit-links">
            {view.derived.map((id) => (
              <Link key={id} to={`/calendars?id=${id}`}>
                {calendars.data?.find((one) => one.id === id)?.name ?? id}
              </Link>
            ))}
          </p>
        </>
      )}
      <h3>
        {t('history.units')}{' '}
        <span className="quiet">{t('units', { count: view.unitCount.toLocaleString('en-US') })}</span>
      </h3>
      <p className="unit-links">
        {view.units.map((unit) =>
          manages ? (
            <Link key={unit.id} to={`/units?unitId=${unit.id}`}>
              {unit.name}
            </Link>
          ) : (
            <span key={unit.id}>{unit.name}</span>
          ),
        )}
      </p>
    </div>
  );
}
