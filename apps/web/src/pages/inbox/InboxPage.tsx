import { Button, type InputRef } from 'antd';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import type { Trail } from '../ticket/trail';
import { BulkBar } from './BulkBar';
import { FilterBar } from './FilterBar';
import { InboxHead } from './InboxHead';
import { queryFromUrl, useTicketRows, useViewCounts, VIEWS } from './query';
import { TicketList } from './TicketList';
import { useArrivals } from './useArrivals';
import { useBulkSign } from './useBulkSign';
import { useInboxCommands } from './useInboxCommands';
import { useListState } from './useListState';
import { ViewsColumn } from './ViewsColumn';

/** The handler's inbox: views left, rows by deadline right, everything that filters it in the URL. */
export function InboxPage() {
  const t = useTexts('inbox');
  const navigate = useNavigate();
  const { search: address } = useLocation();
  const [search, setSearch] = useSearchParams();
  const [filterOpen, setFilterOpen] = useState(false);
  const searchBox = useRef<InputRef>(null);
  const query = useMemo(() => queryFromUrl(search), [search]);
  const view = VIEWS.find((one) => one === query.view) ?? 'mine-to-do';
  const tickets = useTicketRows(query);
  const counts = useViewCounts(query.unitId).data;
  const rows = useMemo(() => tickets.data?.pages.flatMap((page) => page.items) ?? [], [tickets.data]);
  const list = useListState(rows, (query.sort ?? 'due') === 'due');
  const bulk = useBulkSign();
  const arrivals = useArrivals(rows);
  const trail: Trail = useMemo(
    () => ({ from: `/inbox${address}`, name: t(`view.${view}`), ids: list.shown.map((row) => row.id) }),
    [address, list.shown, view, t],
  );
  useInboxCommands({
    list,
    bulk,
    trail,
    openFilter: () => setFilterOpen(true),
    focusSearch: () => searchBox.current?.focus(),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches('[role="grid"]')) return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 12,
      PageUp: -12,
      Home: -1e6,
      End: 1e6,
    };
    const by = steps[event.key];
    if (by !== undefined) list.move(by);
    else if (event.key === 'Enter' && list.active)
      void navigate(`/tickets/${list.active.id}`, { state: trail });
    else return;
    event.preventDefault();
  };
  const loadFresh = () => {
    arrivals.clear();
    void tickets.refetch();
  };
  const filtered = [...search.keys()].some((name) => name !== 'view' && name !== 'sort');
  const sign = (chosen: typeof rows) => void bulk.sign(chosen).then(list.clear);
  return (
    <div className="inbox">
      <TopBar>
        <span className="top-title">{t('title')}</span>
      </TopBar>
      <ViewsColumn chosen={view} counts={counts} />
      <div className="inbox-main" data-region onKeyDown={onKeyDown}>
        <InboxHead
          query={query}
          view={view}
          counts={counts}
          loaded={rows.length}
          complete={!tickets.hasNextPage}
          arrivals={arrivals}
          searchBox={searchBox}
          onFresh={loadFresh}
        />
        <FilterBar open={filterOpen} onOpen={setFilterOpen} />
        {tickets.isPending && <Skeletons rows={12} height={48} />}
        {tickets.isError && (
          <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} small={rows.length > 0} />
        )}
        {tickets.isSuccess && rows.length === 0 && (
          <EmptyState title={filtered ? t('empty') : t(view === 'mine-to-do' ? 'emptyTodo' : 'emptyView')}>
            {filtered && <Button onClick={() => setSearch({ view })}>{t('clear')}</Button>}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <TicketList
            items={list.items}
            activeId={list.active?.id ?? null}
            selected={list.selected}
            outcomes={bulk.outcomes}
            trail={trail}
            more={{
              has: tickets.hasNextPage,
              loading: tickets.isFetchingNextPage,
              load: () => void tickets.fetchNextPage(),
            }}
            dimmed={tickets.isPlaceholderData}
            onActivate={list.activate}
            onToggle={list.toggle}
            onToggleAll={list.toggleAll}
            onFold={list.fold}
          />
        )}
        <BulkBar selected={list.chosen} bulk={bulk} rows={rows} onCancel={list.clear} onSign={sign} />
      </div>
    </div>
  );
}
