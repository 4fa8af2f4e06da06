import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { ErrorState, Skeletons } from '../../parts';
import { useRulingLimits } from './useSettings';

const CLOCKS = [
  'ruling',
  'extension-ruling',
  'pause-ruling',
  'exclusion-ruling',
  'support',
  'order',
] as const;

/** How long a ruling may take, as the limits in force say; they are set on their own page. */
export function Rulings(): ReactElement | null {
  const t = useTexts('rules');
  const may = useCan('calendar.read');
  const limits = useRulingLimits(may);
  if (!may) return null;
  const rowsOf = (clock: (typeof CLOCKS)[number]) =>
    (limits.data?.rows ?? []).filter((row) => row.clock === clock);
  const timed = CLOCKS.map((clock) => ({ clock, rows: rowsOf(clock) })).filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="rulings">
      <header className="rulings-head">
        <h2 id="rulings">{t('rulings')}</h2>
        <Link to="/limits">{t('toLimits')}</Link>
      </header>
      <p className="quiet">{t('rulingsHint')}</p>
      {limits.isPending && <Skeletons rows={3} height={36} />}
      {limits.isError && <ErrorState small error={limits.error} onRetry={() => void limits.refetch()} />}
      <ul className="rulings">
        {timed.map(({ clock, rows }) => (
          <li key={clock}>
            <span>{t(`clocks.${clock}`)}</span>
            <span className="ruling-limits">
              {rows.map((row) => (
                <span key={row.id}>
                  {row.urgency === 'urgent' && <span className="tag tag-bad">{t('urgent')}</span>}{' '}
                  <b className="number">{t(`limit.${row.unit}`, { count: row.amount })}</b>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
