import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CatalogueVersion } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { dayText, EmptyState, ErrorState, Skeletons } from '../../parts';
import { RuleTable } from './RuleTable';
import { StandingTag } from './StandingTag';
import { Tester } from './Tester';
import type { Address } from './useAddress';
import { itemsOf, useVersion, useVersions } from './useCatalogue';
import { EMPTY_CASE, usePreview } from './usePreview';

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
        className="version-select"
        value={shown.version}
        onChange={onChoose}
        options={all.map((each) => ({
          value: each.version,
          label: `${t('version', { version: each.version })} · ${t(`standing.${each.standing}`)}`,
        }))}
      />
      <StandingTag standing={shown.standing} />
      <span>{t('from', { day: dayText(shown.effectiveFrom) })}</span>
      <span className="quiet">{shown.author}</span>
      <span className="quiet cut version-note" title={shown.note}>
        {shown.note}
      </span>
      <span className="admin-space" />
      <span className="quiet">{t('rules', { count: shown.ruleCount })}</span>
    </div>
  );
}

/** Which unit gets which case, as sentences, with how often each rule spoke; and a place to try a case. */
export function RulesTab({ address }: { address: Address }): ReactElement {
  const t = useTexts('catalogue');
  const versions = useVersions();
  const [tried, setTried] = useState(EMPTY_CASE);
  const all = itemsOf(versions);
  const asked = address.get('version');
  const inForce = all.find((each) => each.standing === 'in-force');
  const full = useVersion(asked ? Number(asked) : (inForce ?? all[0])?.version);
  const shown = full.data;
  const ofNow = shown?.standing === 'in-force';
  const preview = usePreview(tried, { catalogue: shown && !ofNow ? String(shown.version) : null });
  const answer = preview.data?.explanation;
  const answering = answer && answer.catalogueVersion === shown?.version ? answer.rule : null;
  const linked = address.get('rule');
  const listed = shown && !all.some((one) => one.version === shown.version) ? [...all, shown] : all;
  return (
    <>
      {shown && (
        <Head
          shown={shown}
          all={listed}
          onChoose={(version) => address.open({ tab: 'rules', version: String(version) })}
        />
      )}
      <div className="admin-panels catalogue-panels">
        <section className="admin-panel" tabIndex={0} role="region" aria-label={t('tabs.rules')}>
          {(versions.isPending || full.isPending) && <Skeletons rows={8} height={64} />}
          {versions.isError && <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />}
          {full.isError && <ErrorState error={full.error} onRetry={() => void full.refetch()} />}
          {versions.data && all.length === 0 && <EmptyState icon="list" title={t('none')} />}
          {shown && <RuleTable rules={shown.rules} marked={answering ?? (linked ? Number(linked) : null)} />}
        </section>
        <section className="admin-panel" tabIndex={0} role="region" aria-label={t('test')}>
          <Tester
            tried={tried}
            onTry={setTried}
            preview={preview}
            hint={ofNow ? t('testHint') : t('testVersion', { version: shown?.version ?? '' })}
          />
        </section>
      </div>
    </>
  );
}
