import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts, type Translate } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import type { CatalogueVersion } from '../../api/contract';
import { dayText, EmptyState, ErrorState, Skeletons } from '../../parts';
import '../units/admin.css';
import './catalogue.css';
import { RuleTable } from './RuleTable';
import { Tester } from './Tester';
import { texts } from './texts';
import { EMPTY_CASE, usePreview, useVersion, useVersions } from './useCatalogue';

registerTexts('catalogue', texts);

function standingText({ standing, effectiveFrom }: CatalogueVersion, t: Translate): string {
  if (standing === 'scheduled') return t('coming', { day: dayText(effectiveFrom) });
  return t(standing === 'in-force' ? 'inForce' : 'past');
}

interface HeadProps {
  shown: CatalogueVersion;
  all: CatalogueVersion[];
  onChoose: (version: number) => void;
}

function Head({ shown, all, onChoose }: HeadProps): ReactElement {
  const t = useTexts('catalogue');
  return (
    <div className="admin-tools">
      <Select
        aria-label={t('versions')}
        style={{ width: 200 }}
        value={shown.version}
        onChange={onChoose}
        options={all.map((each) => ({
          value: each.version,
          label: `${t('version', { version: each.version })} · ${standingText(each, t)}`,
        }))}
      />
      <span>{t('from', { day: dayText(shown.effectiveFrom) })}</span>
      <span className="quiet">{t('by', { author: shown.author })}</span>
      <span className="quiet">{shown.note}</span>
      <span className="admin-space" />
      <span className="quiet">{t('rules', { count: shown.ruleCount })}</span>
    </div>
  );
}

/** Which unit gets which case, as sentences, with how often each rule spoke; and a place to try a case. */
export default function CataloguePage(): ReactElement {
  const t = useTexts('catalogue');
  const [parameters, setParameters] = useSearchParams();
  const catalogues = useVersions();
  const [tried, setTried] = useState(EMPTY_CASE);
  const preview = usePreview(tried);
  const all = catalogues.data ?? [];
  const inForce = all.find((each) => each.standing === 'in-force');
  const shown = all.find((each) => String(each.version) === parameters.get('version')) ?? inForce ?? all[0];
  const full = useVersion(shown?.version);
  const answer = preview.data?.explanation;
  const answering = answer && answer.catalogueVersion === shown?.version ? answer.rule : null;
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      {shown && (
        <Head shown={shown} all={all} onChoose={(version) => setParameters({ version: String(version) })} />
      )}
      <div className="admin-panels catalogue-panels">
        <section className="admin-panel" tabIndex={0} role="region" aria-label={t('title')}>
          {catalogues.isPending && <Skeletons rows={8} height={64} />}
          {catalogues.isError && (
            <ErrorState error={catalogues.error} onRetry={() => void catalogues.refetch()} />
          )}
          {catalogues.data && !shown && <EmptyState icon="list" title={t('none')} />}
          {full.data && <RuleTable rules={full.data.rules} answering={answering} />}
        </section>
        <section className="admin-panel">
          <Tester tried={tried} onTry={setTried} preview={preview} />
        </section>
      </div>
    </div>
  );
}
