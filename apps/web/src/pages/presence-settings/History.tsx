import type { ReactElement } from 'react';
import type { PresenceSettings } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText } from '../../parts';

/** The unit's own versions, newest first, with who made them and why. */
export function History({ versions }: { versions: PresenceSettings['history'] }): ReactElement {
  const t = useTexts('presenceSettings');
  return (
    <section aria-labelledby="rule-history">
      <h2 id="rule-history">{t('history')}</h2>
      {versions.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="rule-history">
        {versions.map(({ version, by, at, because, settings }) => (
          <li key={version}>
            <span className="quiet">
              {t('set', { version, by: by ?? t('shipped'), time: momentText(at) })}
            </span>
            <span>
              {settings
                ? t('summary', {
                    wrapUp: settings.wrapUpSeconds,
                    prolong: settings.prolongSeconds,
                    times: settings.prolongTimes,
                    breaks: settings.breaks.length,
                  })
                : t('back')}
            </span>
            <span className="quiet">{because}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
