import { Button, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AgentNow } from '../../api/contract';
import { useServerSecond } from '../../api/server-clock';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import '../units/admin.css';
import { AgentRow } from './AgentRow';
import './agents.css';
import { EarModal } from './EarModal';
import { texts } from './texts';
import { type Ear, useAgentsNow } from './useAgents';

registerTexts('agents', texts);

type Shown = AgentNow['shown'];
const STATES: Shown[] = [
  'talking',
  'hold',
  'ringing',
  'idle',
  'wrap-up',
  'break',
  'training',
  'outbound',
  'unreachable',
  'unknown',
  'by-hand',
];

/** Who is at the line now, for who watches over them; the state asked for is in the address. */
export default function AgentsPage(): ReactElement {
  const t = useTexts('agents');
  const [search, setSearch] = useSearchParams();
  const query = useAgentsNow();
  const now = useServerSecond();
  const [ear, setEar] = useState<{ agent: AgentNow; ear: Ear } | null>(null);
  const state = STATES.find((one) => one === search.get('state'));
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const agents = state ? all.filter(({ shown }) => shown === state) : all;
  const counted = (one: Shown): string =>
    `${t(`states.${one}`)} ${all.filter(({ shown }) => shown === one).length}${query.hasNextPage ? '+' : ''}`;
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <Select
          className="agent-filter"
          aria-label={t('filter')}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: `${t('all')} ${all.length}${query.hasNextPage ? '+' : ''}` },
            ...STATES.map((one) => ({ value: one, label: counted(one) })),
          ]}
          onChange={(value) => setSearch(value === 'all' ? {} : { state: value }, { replace: true })}
        />
        <span className="quiet">{t('hint')}</span>
      </div>
      <section className="admin-panel admin-grow" data-region aria-label={t('list')} tabIndex={0}>
        {query.isPending && <Skeletons rows={8} height={52} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && agents.length === 0 && (
          <EmptyState icon="headset" title={t(all.length === 0 ? 'none' : 'noneHere')}>
            {all.length === 0 && t('noneHint')}
          </EmptyState>
        )}
        <ul data-region-start>
          {agents.map((agent) => (
            <AgentRow
              key={agent.accountId}
              agent={agent}
              now={now}
              onEar={(kind) => setEar({ agent, ear: kind })}
            />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </section>
      {ear && <EarModal {...ear} onClose={() => setEar(null)} />}
    </div>
  );
}
