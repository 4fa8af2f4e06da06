import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { PresenceSettings } from '../../api/contract';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useFilter } from '../../app/useFilter';
import { ErrorState, momentText, Skeletons, UnitPicker } from '../../parts';
import '../../verbs/verbs.css';
import '../units/admin.css';
import { Editor } from './Editor';
import './settings.css';
import { texts } from './texts';
import { useUnitSettings } from './useSettings';

registerTexts('presenceSettings', texts);

/** Whose word holds here, and who gave it when. */
function Whose({ settings }: { settings: PresenceSettings }): ReactElement {
  const t = useTexts('presenceSettings');
  const { own, above, held } = settings;
  const { version, by, at, because } = held;
  return (
    <span className="rule-whose">
      <span className={`tag${own && above ? ' tag-accent' : ''}`}>
        {above === null ? t('national') : own ? t('own') : t('inherits', { unit: held.unit.name })}
      </span>
      <span className="quiet" title={because}>
        {t('set', { version, by: by ?? t('shipped'), time: momentText(at) })}
      </span>
    </span>
  );
}

/** 坐席规则: wrap-up, breaks and absence of the agents of a unit; its own, or those of the nearest unit above. */
export default function PresenceSettingsPage(): ReactElement {
  const t = useTexts('presenceSettings');
  const [search] = useSearchParams();
  const put = useFilter();
  const settings = useUnitSettings(search.get('unit') ?? undefined);
  const { data } = settings;
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <div className="rule-choice">
          <UnitPicker
            id="rule-unit-choice"
            aria-label={t('unit')}
            value={data?.unit ?? null}
            placeholder={t('unit')}
            onChange={(unit) => put('unit', unit?.id ?? null)}
          />
        </div>
        {data && <Whose settings={data} />}
        {data && !data.editable && <span className="admin-note">{t('onlyRead')}</span>}
      </div>
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('title')}>
        <div className="padded rules-page">
          <p className="quiet">{t('lead')}</p>
          {settings.isPending && <Skeletons rows={6} height={56} />}
          {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
          {data && !settings.isError && <Editor key={data.unit.id} settings={data} />}
        </div>
      </section>
    </div>
  );
}
