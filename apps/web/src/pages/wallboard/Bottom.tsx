import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { WallPicture } from '../../api/contract';
import { serverNow } from '../../api/server-clock';
import { mark, useTexts } from '../../app/i18n';
import { durationText, minuteText } from '../../parts';
import { Panel } from './Panel';
import { alertsOf } from './tone';

const countText = ({ count, atLeast }: { count: number; atLeast: boolean }): string =>
  `${count.toLocaleString('en')}${atLeast ? '+' : ''}`;

const LEVELS = [3, 5, 10] as const;

/** 群体性: how many employers reached three, five and ten people; each counts once. */
function Flags({ flags }: { flags: WallPicture['alarms']['flags'] }): ReactElement {
  const t = useTexts('wallboard');
  const counts = LEVELS.map((level) => flags.find((one) => one.level === level)?.count ?? 0);
  const words = LEVELS.map((level, n) => t('flagsOf', { level, count: counts[n] })).join(mark('comma'));
  return (
    <li className="wall-flags" title={t('flagsHint')}>
      <span className="wall-card-name">{t('flags')}</span>
      <span className="visually-hidden">{words}</span>
      <Link to="/groups">{counts.join(' / ')}</Link>
    </li>
  );
}

export function Cards({ wall }: { wall: WallPicture }): ReactElement {
  const t = useTexts('wallboard');
  const rows = [
    ['red', '■', 'grave'],
    ['yellow', '▲', 'warn'],
  ] as const;
  return (
    <Panel area="cards" title={t('cards')}>
      <ul className="wall-cards">
        {rows.map(([card, mark, tone]) => (
          <li key={card} className={`is-${wall.cards[card].count > 0 ? tone : 'still'}`}>
            <span className="wall-mark" aria-hidden>
              {mark}
            </span>
            <span className="wall-card-name">{t(card)}</span>
            <Link to={`/inbox?view=${card}`}>{countText(wall.cards[card])}</Link>
          </li>
        ))}
        <Flags flags={wall.alarms.flags} />
      </ul>
    </Panel>
  );
}

export function Alerts({ wall, waited }: { wall: WallPicture; waited: number }): ReactElement {
  const t = useTexts('wallboard');
  const alerts = alertsOf(wall, waited);
  const title = (
    <>
      {t('alerts')} {alerts.length > 0 && <strong>{alerts.length}</strong>}
    </>
  );
  const { unread, overdue } = wall.alarms.urgent;
  const urgent = (
    <span className={unread === 0 ? '' : overdue > 0 ? 'is-grave' : 'is-warn'}>
      {unread > 0 && <span aria-hidden>{overdue > 0 ? '■ ' : '▲ '}</span>}
      {t('urgentUnread', { count: unread })}
    </span>
  );
  return (
    <Panel area="alerts" title={title} aside={urgent}>
      {alerts.length === 0 && <p className="wall-quiet">{t('noAlerts')}</p>}
      <ul className="wall-alerts" aria-live="polite">
        {alerts.map(({ key, tone, at, text, values }) => (
          <li key={key}>
            <time>{at ? minuteText(at) : ''}</time>
            <span>
              <strong className={`is-${tone}`}>{t(text, values)}</strong> {t(`${text}Note`, values)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Lines({ wall }: { wall: WallPicture }): ReactElement {
  const t = useTexts('wallboard');
  const { lines } = wall;
  const down = lines.filter(({ light }) => light === 'down');
  const live = lines.filter(({ light }) => light === 'live' || light === 'attention');
  const title = (
    <>
      {t('lines')} <strong>{live.length}</strong> / {lines.length}
    </>
  );
  const [first] = down;
  const since = first?.downSince;
  return (
    <Panel area="lines" title={title}>
      <ul className="wall-lines">
        {lines.map(({ id, name, light }) => (
          <li key={id} className={`is-${light}`} title={`${name}${mark('colon')}${t(`lights.${light}`)}`}>
            <span className="visually-hidden">{`${name} ${t(`lights.${light}`)}`}</span>
            <span aria-hidden>{light === 'down' ? '✕' : light === 'live' ? '' : '…'}</span>
          </li>
        ))}
      </ul>
      <p className="wall-second">
        {lines.length === 0 && t('noLines')}
        {lines.length > 0 && !first && t('allLive')}
        {first && (
          <span>
            <strong className="is-grave">{first.name}</strong>{' '}
            {since && t('lineOff', { age: durationText(serverNow() - Date.parse(since)) })}
          </span>
        )}
      </p>
    </Panel>
  );
}
