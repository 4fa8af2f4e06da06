import type { ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import type { LineSourceDetail } from '../../api/contract';
import { momentText, TimeText } from '../../parts';

type Feed = LineSourceDetail['feeds'][number];

const COUNTS = ['received', 'kept', 'duplicates', 'garbled', 'refused'] as const;

function Stream({ feed }: { feed: Feed }): ReactElement {
  const t = useTexts('lines');
  return (
    <li className="line-stream">
      <div className="line-head">
        <strong>{t(`feed.${feed.feed}`)}</strong>
        <span className={`tag${feed.state === 'down' || feed.state === 'refused' ? ' tag-bad' : ''}`}>
          {t(`state.${feed.state}`)}
        </span>
        <span className="admin-note">{t('since', { at: momentText(feed.since) })}</span>
      </div>
      <dl className="line-counts">
        {COUNTS.filter((name) => name !== 'refused' || feed[name] > 0).map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd className={name === 'garbled' && feed[name] > 0 ? 'line-bad' : ''}>
              {feed[name].toLocaleString('en-US')}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('heard')}</dt>
          <dd>
            <TimeText at={feed.lastReceivedAt} form="clock" />
          </dd>
        </div>
        {feed.clockSkewMs !== null && (
          <div>
            <dt>{t('skew')}</dt>
            <dd>{t('ms', { ms: feed.clockSkewMs.toLocaleString('en-US') })}</dd>
          </div>
        )}
      </dl>
      <p className="admin-note line-said">
        {feed.readLines !== null && (
          <span>{t('read', { lines: feed.readLines.toLocaleString('en-US') })} </span>
        )}
        {feed.fault && feed.faultAt && (
          <span>
            {t('lastFault', { at: momentText(feed.faultAt), title: t(`reason.${feed.fault}.title`) })}
          </span>
        )}
        {feed.strange.length > 0 && <span>{t('strange', { names: feed.strange.join(mark('list')) })}</span>}
      </p>
    </li>
  );
}

/** What each stream has brought. */
export function Streams({ feeds }: { feeds: Feed[] }): ReactElement {
  const t = useTexts('lines');
  return (
    <section aria-labelledby="line-streams">
      <h3 id="line-streams">{t('streams')}</h3>
      {feeds.length === 0 && <p className="admin-note">{t('noStreams')}</p>}
      <ul className="line-streams">
        {feeds.map((feed) => (
          <Stream key={feed.feed} feed={feed} />
        ))}
      </ul>
    </section>
  );
}
