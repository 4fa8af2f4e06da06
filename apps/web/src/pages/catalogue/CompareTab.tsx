import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, Icon, Skeletons } from '../../parts';
import { BackLink } from './BackLink';
import { isSameRules } from './compare';
import { CountLine } from './CountLine';
import { Differences } from './Differences';
import type { Address } from './useAddress';
import { itemsOf, useComparison, useDrafts, useVersions } from './useCatalogue';

interface Props {
  address: Address;
  edits: boolean;
}

const isDraft = (name: string): boolean => name.includes('-');

/** Any two versions or drafts side by side; which two stands in the address. */
export function CompareTab({ address, edits }: Props): ReactElement {
  const t = useTexts('catalogue');
  const versions = useVersions();
  const drafts = useDrafts(edits);
  const from = address.get('from') ?? '';
  const to = address.get('to') ?? '';
  const found = useComparison(from, to);
  const options = [
    ...itemsOf(drafts).map(({ id, note }) => ({
      value: id,
      label: `${t('draft')} · ${note || t('unnamed')}`,
    })),
    ...itemsOf(versions).map(({ version, standing }) => ({
      value: String(version),
      label: `${t('version', { version })} · ${t(`standing.${standing}`)}`,
    })),
  ];
  const nameOf = (name: string): string =>
    options.find((one) => one.value === name)?.label ??
    (isDraft(name) ? t('draft') : t('version', { version: name }));
  const hrefOf = (name: string, no: number): string =>
    isDraft(name) ? `/catalogue?draft=${name}&no=${no}` : `/catalogue?tab=rules&version=${name}&rule=${no}`;
  const pick = (side: 'from' | 'to', value: string) => (
    <Select
      aria-label={t(`comparing.${side}`)}
      className="compare-select"
      value={value || null}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(chosen: string) => address.put({ [side]: chosen })}
    />
  );
  return (
    <>
      <div className="admin-tools compare-tools">
        <BackLink />
        {pick('from', from)}
        <Button
          aria-label={t('comparing.swap')}
          title={t('comparing.swap')}
          icon={<Icon name="transfer" />}
          onClick={() => address.put({ from: to, to: from })}
        />
        {pick('to', to)}
        <span className="admin-space" />
        {found.data && (
          <b role="status">
            <CountLine found={found.data} />
          </b>
        )}
      </div>
      <section
        className="admin-panel admin-grow"
        tabIndex={0}
        role="region"
        aria-label={t('comparing.title')}
      >
        {from === to && <EmptyState icon="transfer" title={t('comparing.choose')} />}
        {found.isLoading && <Skeletons rows={4} height={96} />}
        {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.data && isSameRules(found.data) && <EmptyState icon="check" title={t('comparing.equal')} />}
        {found.data && (
          <Differences
            found={found.data}
            names={{ before: nameOf(from), after: nameOf(to) }}
            linkOf={(no, side) => (
              <Link to={hrefOf(side === 'before' ? from : to, no)}>{t('comparing.open')}</Link>
            )}
          />
        )}
      </section>
    </>
  );
}
