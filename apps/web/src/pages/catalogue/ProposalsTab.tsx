import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CatalogueProposal } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { AcceptModal } from './AcceptModal';
import { DeclineModal } from './DeclineModal';
import { ProposalItem } from './ProposalItem';
import type { Address } from './useAddress';
import { itemsOf } from './useCatalogue';
import { type ProposalState, useProposals } from './useProposals';
import { usePlaceNames } from './useRuleWords';

const STATES: readonly ProposalState[] = ['open', 'accepted', 'refused'];

interface Ruling {
  proposal: CatalogueProposal;
  as: 'accept' | 'decline';
}

/** What rulings say the catalogue should have known: each becomes a rule of a draft, or is declined with a reason. */
export function ProposalsTab({ address }: { address: Address }): ReactElement {
  const t = useTexts('catalogue');
  const state = STATES.find((one) => one === address.get('state')) ?? 'open';
  const proposals = useProposals(state);
  const [ruling, setRuling] = useState<Ruling | null>(null);
  const items = itemsOf(proposals);
  const place = usePlaceNames(items.flatMap(({ workplaceCode }) => workplaceCode ?? []));
  const close = (): void => setRuling(null);
  return (
    <>
      <div className="admin-tools">
        <Segmented<ProposalState>
          aria-label={t('proposal.states')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`proposal.state.${value}`) }))}
          onChange={(value) => address.put({ state: value })}
        />
        <span className="quiet">{t('proposal.hint')}</span>
      </div>
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('tabs.proposals')}>
        {proposals.isPending && <Skeletons rows={4} height={96} />}
        {proposals.isError && <ErrorState error={proposals.error} onRetry={() => void proposals.refetch()} />}
        {proposals.data && items.length === 0 && (
          <EmptyState icon="list" title={t(`proposal.none.${state}`)}>
            {t('proposal.noneHint')}
          </EmptyState>
        )}
        <ul className="proposals">
          {items.map((proposal) => (
            <ProposalItem
              key={proposal.id}
              proposal={proposal}
              place={place}
              onAccept={() => setRuling({ proposal, as: 'accept' })}
              onDecline={() => setRuling({ proposal, as: 'decline' })}
            />
          ))}
        </ul>
        {proposals.hasNextPage && (
          <Button
            type="link"
            className="admin-more"
            loading={proposals.isFetchingNextPage}
            onClick={() => void proposals.fetchNextPage()}
          >
            {t('loadMore')}
          </Button>
        )}
      </section>
      {ruling?.as === 'accept' && (
        <AcceptModal
          proposal={ruling.proposal}
          onClose={close}
          onTaken={(id) => address.open({ draft: id, row: 'last' })}
        />
      )}
      {ruling?.as === 'decline' && <DeclineModal proposal={ruling.proposal} onClose={close} />}
    </>
  );
}
