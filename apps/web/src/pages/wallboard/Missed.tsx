import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { useCan } from '../../api/session';
import type { WallPicture } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Panel } from './Panel';

const EVERY_MS = 10_000;
/** Counting stops there; the figure then says "and more". */
const MOST = 100;
const capped = (count: number): string => (count > MOST ? `${MOST}+` : String(count));

function Calls({ wall }: { wall: WallPicture }): ReactElement {
  const t = useTexts('wallboard');
  const { arrived, answered, abandoned } = wall.calls.today;
  return (
    <Panel area="calls" title={t('callsToday')}>
      <p className="wall-figure">
        {arrived.toLocaleString('en')}
        <small>{t('calls')}</small>
      </p>
      <p className="wall-second">
        <span>
          {t('answered')} <strong>{answered.toLocaleString('en')}</strong>
        </span>
        <span>{t('abandonedToday', { count: abandoned })}</span>
      </p>
    </Panel>
  );
}

/** Missed calls nobody has called back yet; today's calls for readers who do not work with callers. */
export function Missed({ wall, unitId }: { wall: WallPicture; unitId: string }): ReactElement {
  const t = useTexts('wallboard');
  const allowed = useCan('missed-call.read');
  const counts = useQuery({
    queryKey: ['missed-calls', 'counts', unitId],
    queryFn: ({ signal }) => get('/missed-calls/counts', { unitId }, signal),
    refetchInterval: EVERY_MS,
    enabled: allowed,
  });
  if (!allowed) return <Calls wall={wall} />;
  const { open, overdue } = counts.data ?? { open: null, overdue: 0 };
  return (
    <Panel area="calls" title={t('missed')} tone={overdue > 0 ? 'warn' : 'plain'}>
      <p className="wall-figure">
        <Link to="/missed-calls">
          {open === null ? '—' : capped(open)}
          <small>{t('missedUnit')}</small>
        </Link>
      </p>
      <p className="wall-second">
        <span className={overdue > 0 ? 'is-warn' : ''}>
          {t('missedOverdue')} <strong>{capped(overdue)}</strong>
          {overdue > 0 && <span aria-hidden> ▲</span>}
        </span>
        <span>{t('arrivedToday', { count: wall.calls.today.arrived })}</span>
      </p>
    </Panel>
  );
}
