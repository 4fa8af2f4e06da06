import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { mark, useTexts } from '../../../app/i18n';
import type { UnitChange } from '../../../api/contract';
import { useCan } from '../../../api/session';
import { Conflicts } from './Conflicts';
import { PreviewedUnits } from './PreviewedUnits';

interface Props {
  change: UnitChange;
}

const SHOWN = 50;

function OpenByState({ change }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const reads = useCan('ticket.read');
  const { openByState } = change.preview;
  const [only] = change.units.length === 1 ? change.units : [];
  if (openByState.length === 0) return <>{t('openNone')}</>;
  return (
    <ul className="change-counts">
      {openByState.map(({ state, count }) => {
        const words = `${t(`ticket.${state}`)} ${count}`;
        const to = `/inbox?view=open&state=${state}${only ? `&unitId=${only.id}` : ''}`;
        return (
          <li key={state}>
            {reads ? (
              <Link to={to} title={t('openRows')}>
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What a change touches; every number is counted on the server. */
export function PreviewView({ change }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const { preview } = change;
  const capped = (count: number) =>
    count >= preview.most ? t('over', { count: preview.most }) : String(count);
  return (
    <>
      <Conflicts conflicts={preview.conflicts} />
      <h3>{t('affects')}</h3>
      <dl className="admin-facts change-facts">
        <dt>{t('open')}</dt>
        <dd>
          <OpenByState change={change} />
        </dd>
        {preview.handovers.length > 0 && (
          <>
            <dt>{t('handovers')}</dt>
            <dd>
              {preview.handovers.map(({ fromId, toId, toName, tickets }) => (
                <div key={`${fromId} ${toId}`}>{t('handover', { count: capped(tickets), name: toName })}</div>
              ))}
            </dd>
            <dt>{t('clocks')}</dt>
            <dd>
              {capped(preview.clocks)} <span className="admin-note">{t('clocksHint')}</span>
            </dd>
          </>
        )}
        <dt>{t('allTickets')}</dt>
        <dd>{capped(preview.tickets)}</dd>
        <dt>{t('posts')}</dt>
        <dd>{preview.memberships}</dd>
        <dt>{t('calendars')}</dt>
        <dd>{preview.calendars.join(mark('list')) || '—'}</dd>
        <dt>{t('rules')}</dt>
        <dd>{preview.catalogueRules}</dd>
      </dl>
      <h3>{t('unitsCount', { count: preview.unitCount })}</h3>
      <PreviewedUnits units={preview.units} />
      {preview.unitCount > SHOWN && <p className="admin-note">{t('cut', { count: SHOWN })}</p>}
    </>
  );
}
