import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSourceDetail } from '../../api/contract';
import { clockText, momentText } from '../../parts';

type Gap = LineSourceDetail['gaps'][number];
type Difference = LineSourceDetail['differences'][number];

function GapLine({ gap, hasLog }: { gap: Gap; hasLog: boolean }): ReactElement {
  const t = useTexts('lines');
  return (
    <li>
      <span>
        {momentText(gap.from)}:{clockText(gap.from).slice(-2)} – {gap.to ? clockText(gap.to) : t('going')}
      </span>
      {gap.restarted && <span className="tag">{t('restarted')}</span>}
      <span className="admin-space" />
      <span className={gap.mendedAt || !hasLog ? 'admin-note' : 'tag tag-bad'}>
        {t(gap.mendedAt ? 'mended' : hasLog ? 'open' : 'unmendable')}
      </span>
    </li>
  );
}

function DifferenceLine({ difference }: { difference: Difference }): ReactElement {
  const t = useTexts('lines');
  const { day, queue, figure, logged, kept, callKeys, mendedAt } = difference;
  return (
    <li className="line-difference">
      <span>
        {day} · {queue} · {t(`figure.${figure}`)}
      </span>
      <span className={mendedAt ? 'admin-note' : 'tag tag-bad'}>
        {mendedAt ? t('settled') : t('differs', { logged, kept })}
      </span>
      {!mendedAt && callKeys.length > 0 && (
        <span className="admin-note line-keys">
          {t('calls')} {callKeys.join(' ')}
        </span>
      )}
    </li>
  );
}

/** Time the stream did not see, and where the log and our rows differ. */
export function Holes({ source }: { source: LineSourceDetail }): ReactElement {
  const t = useTexts('lines');
  const { gaps, differences } = source;
  const hasLog = source.kind === 'ami';
  return (
    <>
      {differences.length > 0 && (
        <section aria-labelledby="line-differences">
          <h3 id="line-differences">{t('differences')}</h3>
          <ul className="admin-list">
            {differences.map((one) => (
              <DifferenceLine key={`${one.day} ${one.queue} ${one.figure}`} difference={one} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="line-gaps">
        <h3 id="line-gaps">{t('gaps')}</h3>
        <p className="admin-note">{t(gaps.length === 0 ? 'noGaps' : hasLog ? 'gapsHint' : 'gapsStay')}</p>
        <ul className="admin-list">
          {gaps.map((gap) => (
            <GapLine key={gap.from} gap={gap} hasLog={hasLog} />
          ))}
        </ul>
      </section>
    </>
  );
}
