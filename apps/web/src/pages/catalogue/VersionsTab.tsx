import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CatalogueVersion } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, Icon, Skeletons } from '../../parts';
import { DraftRows } from './DraftRows';
import { RollBackModal } from './RollBackModal';
import { StartDraftModal } from './StartDraftModal';
import type { Address } from './useAddress';
import { itemsOf, useDrafts, useVersions } from './useCatalogue';
import { VersionRows } from './VersionRows';

interface Props {
  address: Address;
  edits: boolean;
}

/** Two of the listed; a third takes the place of the first. */
const chosenWith = (chosen: readonly string[], name: string): string[] =>
  chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen.slice(-1), name];

/** Older first, so that a comparison reads from then to now; a draft is newer than every version. */
function inOrder(chosen: readonly string[]): string[] {
  const age = (name: string): number => (name.includes('-') ? Infinity : Number(name));
  return [...chosen].sort((a, b) => (age(a) < age(b) ? -1 : 1));
}

function Tools({ chosen, address, edits, onStart }: Props & { chosen: string[]; onStart: () => void }) {
  const t = useTexts('catalogue');
  const [from = '', to = ''] = inOrder(chosen);
  return (
    <div className="admin-tools">
      <span className="quiet">{t(edits ? 'versionsHint' : 'versionsRead')}</span>
      <span className="admin-space" />
      <Button
        disabled={chosen.length !== 2}
        icon={<Icon name="transfer" />}
        onClick={() => address.open({ tab: 'compare', from, to })}
      >
        {t('compareChosen', { count: chosen.length })}
      </Button>
      {edits && (
        <Button type="primary" icon={<Icon name="plus" />} onClick={onStart}>
          {t('start')}
        </Button>
      )}
    </div>
  );
}

/** Every version with its time and author, what is being written, and two of them side by side. */
export function VersionsTab({ address, edits }: Props): ReactElement {
  const t = useTexts('catalogue');
  const versions = useVersions();
  const drafts = useDrafts(edits);
  const [chosen, setChosen] = useState<string[]>([]);
  const [starting, setStarting] = useState(false);
  const [rollingBack, setRollingBack] = useState<CatalogueVersion | null>(null);
  const all = itemsOf(versions);
  const choose = (name: string): void => setChosen((before) => chosenWith(before, name));
  return (
    <>
      <Tools chosen={chosen} address={address} edits={edits} onStart={() => setStarting(true)} />
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('tabs.versions')}>
        {edits && <DraftRows drafts={drafts} chosen={chosen} onChoose={choose} address={address} />}
        {versions.isPending && <Skeletons rows={6} height={48} />}
        {versions.isError && <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.data && all.length === 0 && <EmptyState icon="list" title={t('none')} />}
        {all.length > 0 && (
          <VersionRows versions={all} chosen={chosen} onChoose={choose} onRollBack={setRollingBack} />
        )}
        {versions.hasNextPage && (
          <Button
            type="link"
            className="admin-more"
            loading={versions.isFetchingNextPage}
            onClick={() => void versions.fetchNextPage()}
          >
            {t('loadMore')}
          </Button>
        )}
      </section>
      {starting && (
        <StartDraftModal
          versions={all}
          drafts={itemsOf(drafts)}
          onClose={() => setStarting(false)}
          onMade={({ id }) => address.open({ draft: id })}
        />
      )}
      {rollingBack && (
        <RollBackModal
          target={rollingBack}
          inForce={all.find((one) => one.standing === 'in-force') ?? null}
          coming={all.findLast((one) => one.standing === 'scheduled')}
          onClose={() => setRollingBack(null)}
        />
      )}
    </>
  );
}
