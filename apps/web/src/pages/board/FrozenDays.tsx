import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { NumberView, RestatedDayView } from '../../api/contract';
import { ErrorState, Skeletons } from '../../parts';
import type { Period } from './figures/period';
import { MISSING, rateText } from './figures/rate';
import { RATE_FROM } from './figures/small-samples';
import { useRestatedDays } from './queries';

const FIRST = 8;

const figure = ({ numerator, denominator }: { numerator: number; denominator: number }): string => {
  const fraction = `${numerator}/${denominator}`;
  return denominator >= RATE_FROM ? `${rateText(numerator, denominator)} · ${fraction}` : fraction;
};

function DayRow({ day }: { day: RestatedDayView }): ReactElement {
  const t = useTexts('board');
  const { frozen } = day;
  return (
    <tr>
      <th scope="row">{day.day}</th>
      <td>
        {frozen ? figure(frozen) : MISSING}
        {frozen && !day.comparable && (
          <small className="quiet">
            {' '}
            {t('drawer.otherDefinition', { version: frozen.definitionVersion })}
          </small>
        )}
      </td>
      <td>{figure(day.now)}</td>
    </tr>
  );
}

/** What the days of the period said when they were over, by which definition, and which say something else now. */
export function FrozenDays({
  number,
  unitId,
  period,
}: {
  number: NumberView;
  unitId: string;
  period: Period;
}): ReactElement {
  const t = useTexts('board');
  const [all, setAll] = useState(false);
  const found = useRestatedDays(number.metric, unitId, period);
  if (found.isPending) return <Skeletons rows={1} height={20} />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} small />;
  const { frozenBy, days } = found.data;
  if (frozenBy.length === 0 && days.length === 0) return <>{t('drawer.frozenNone')}</>;
  const shown = all ? days : days.slice(0, FIRST);
  return (
    <div className="frozen-days">
      {frozenBy.map((one) => (
        <div key={one.definitionVersion}>
          {t('drawer.frozenBy', {
            version: one.definitionVersion,
            from: one.from,
            to: one.to,
            count: one.days,
          })}
        </div>
      ))}
      {days.length === 0 ? (
        <div className="quiet">{t('drawer.restatedNone')}</div>
      ) : (
        <table>
          <caption>{t('drawer.restated', { count: days.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('drawer.restatedDay')}</th>
              <th scope="col">{t('drawer.restatedThen')}</th>
              <th scope="col">{t('drawer.restatedNow')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((day) => (
              <DayRow key={day.day} day={day} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < days.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('drawer.restatedMore', { count: days.length - shown.length })}
        </button>
      )}
    </div>
  );
}
