import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useOwnLine } from '../../calls/useOwnLine';

/** 班组: how many of those beside me talk, are ready and write up. */
export function TeamNow(): ReactElement | null {
  const t = useTexts('desk');
  const { data: line } = useOwnLine();
  if (!line || line.waiting === null) return null;
  const { talking, ready, wrapUp } = line.team;
  return (
    <div>
      <dt>{t('team.title')}</dt>
      <dd className="team-now">
        {t('team.talking')} <b>{talking}</b> · {t('team.ready')} <b>{ready}</b> · {t('team.wrapUp')}{' '}
        <b>{wrapUp}</b>
      </dd>
    </div>
  );
}
