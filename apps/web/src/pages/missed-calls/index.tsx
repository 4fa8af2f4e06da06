import { App, Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../../app/commands';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import '../units/admin.css';
import { filtersOf } from './filters';
import { type Acting, MissedRow } from './MissedRow';
import { MissedTools } from './MissedTools';
import './missed-calls.css';
import { texts } from './texts';
import { useMissedCalls, useTake } from './useMissedCalls';

registerTexts('missedCalls', texts);

/** 漏接: whom to call back, what is due first in front. J and K move, T takes, F says what came of it. */
export default function MissedCalls(): ReactElement {
  const t = useTexts('missedCalls');
  const [search] = useSearchParams();
  const filters = filtersOf(search);
  const query = useMissedCalls(filters);
  const take = useTake();
  const { message } = App.useApp();
  const calls = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [at, setAt] = useState(0);
  const [act, setAct] = useState<{ id: string; acting: Acting } | null>(null);
  const chosen = Math.min(at, calls.length - 1);
  const call = calls[chosen];
  useEffect(() => {
    document.getElementById(`missed-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const move = (by: 1 | -1): void => setAt(Math.max(0, Math.min(calls.length - 1, chosen + by)));
  useCommands([
    { name: 'missed.next', label: t('next'), key: 'j', hidden: true, perform: () => move(1) },
    { name: 'missed.previous', label: t('previous'), key: 'k', hidden: true, perform: () => move(-1) },
    {
      name: 'missed.take',
      label: t('take'),
      key: 't',
      when: () => call?.verbs.includes('take') === true,
      perform: () => call && take.mutate(call, { onError: (error) => void message.error(error.message) }),
    },
    {
      name: 'missed.record',
      label: t('record'),
      key: 'f',
      when: () => call?.verbs.includes('record') === true,
      perform: () => call && setAct({ id: call.id, acting: 'record' }),
    },
  ]);
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <MissedTools filters={filters} />
      <section className="admin-panel admin-grow" data-region tabIndex={0} aria-label={t('list')}>
        {query.isPending && <Skeletons rows={8} height={64} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && calls.length === 0 && (
          <EmptyState icon="check" title={t(`none.${filters.view}`)}>
            {t('noneHint')}
          </EmptyState>
        )}
        {calls.length > 0 && (
          <ul className="missed-list" data-region-start>
            {calls.map((one, n) => (
              <MissedRow
                key={one.id}
                call={one}
                id={`missed-${n}`}
                chosen={n === chosen}
                acting={act?.id === one.id ? act.acting : null}
                onAct={(acting) => {
                  setAt(n);
                  setAct(acting && { id: one.id, acting });
                }}
              />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button
            type="link"
            className="admin-more"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </section>
    </div>
  );
}
