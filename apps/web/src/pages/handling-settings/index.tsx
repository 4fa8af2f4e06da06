import type { ReactElement } from 'react';
import type { HandlingSettings } from '../../api/contract';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { ErrorState, momentText, Skeletons } from '../../parts';
import '../../verbs/verbs.css';
import '../units/admin.css';
import { CapFields } from './CapFields';
import { CAPS } from './caps';
import './rules.css';
import { Rulings } from './Rulings';
import { texts } from './texts';
import { useHandlingSettings } from './useSettings';

registerTexts('rules', texts);

function History({ versions }: { versions: HandlingSettings['history'] }): ReactElement {
  const t = useTexts('rules');
  return (
    <section aria-labelledby="rules-history">
      <h2 id="rules-history">{t('history')}</h2>
      {versions.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="rules-history">
        {versions.map((one) => (
          <li key={one.version}>
            <span className="quiet">
              {t('version', { version: one.version, by: one.by ?? t('shipped'), time: momentText(one.at) })}
            </span>
            <span>
              {CAPS.map(
                (cap) => `${t(`fields.${cap}`)} ${one[cap]} ${t(`units.${cap}`, { count: one[cap] })}`,
              ).join(' · ')}
            </span>
            <span className="quiet">{one.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 办理规则: how many returns, how long an extension or a pause; dated versions of the root. */
export default function HandlingSettingsPage(): ReactElement {
  const t = useTexts('rules');
  const settings = useHandlingSettings();
  const { data } = settings;
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        {data && (
          <span>
            {t('version', {
              version: data.version,
              by: data.by ?? t('shipped'),
              time: momentText(data.at),
            })}
          </span>
        )}
        {data && !data.editable && <span className="admin-note">{t('onlyRead')}</span>}
      </div>
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('title')}>
        <div className="padded rules-page">
          <p className="quiet">{t('lead')}</p>
          {settings.isPending && <Skeletons rows={3} height={56} />}
          {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
          {data && <CapFields settings={data} />}
          <Rulings />
          {data && <History versions={data.history} />}
        </div>
      </section>
    </div>
  );
}
