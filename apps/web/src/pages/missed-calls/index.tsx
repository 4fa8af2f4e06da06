import { App } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../../app/commands';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useWalk } from '../../app/useWalk';
import { EmptyState, PagedList } from '../../parts';
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
  const [chosen, setAt] = useWalk('missed', 'missed', calls.length);
  const [act, setAct] = useState<{ id: string; acting: Acting } | null>(null);
  const call = calls[chosen];
  useCommands([
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
        <PagedList
          query={query}
          count={calls.length}
          skeletons={{ rows: 8, height: 64 }}
          empty={
            <EmptyState icon="check" title={t(`none.${filters.view}`)}>
              {t('noneHint')}
            </EmptyState>
          }
        >
          <ul className="owed-list" data-region-start>
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
        </PagedList>
      </section>
    </div>
  );
}
