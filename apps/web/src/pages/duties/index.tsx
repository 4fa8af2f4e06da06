import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { get } from '../../api/client';
import type { DutyView } from '../../api/contract';
import { useCommands } from '../../app/commands';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useWalk } from '../../app/useWalk';
import { EmptyState, PagedList } from '../../parts';
import '../units/admin.css';
import { DutyRow } from './DutyRow';
import './duties.css';
import { texts } from './texts';

registerTexts('duties', texts);

type Kind = DutyView['kind'];
const KINDS = Object.keys(texts.zh.kinds) as Kind[];

/** One list of what the reader's units owe beside the custody; the kind is in the URL. */
function useDuties(kind: Kind | undefined) {
  return useInfiniteQuery({
    queryKey: ['duties', kind ?? 'all'] as const,
    queryFn: ({ pageParam, signal }) =>
      get('/duties', { kind: kind ? [kind] : undefined, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  });
}

/** 待裁定与协办: earliest deadline first; J and K move, Enter opens the ticket. */
export default function Duties() {
  const t = useTexts('duties');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((one) => one === search.get('kind'));
  const query = useDuties(kind);
  const duties = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen] = useWalk('duties', 'duty', duties.length);
  useCommands([
    {
      name: 'duties.open',
      label: t('open'),
      key: 'enter',
      hidden: true,
      perform: () => duties[chosen] && void navigate(`/tickets/${duties[chosen].ticket.id}`),
    },
  ]);
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <Select
          className="duty-filter"
          aria-label={t('filter')}
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: t('all') },
            ...KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) })),
          ]}
          onChange={(value) => setSearch(value === 'all' ? {} : { kind: value }, { replace: true })}
        />
        <span className="quiet">{t('hint')}</span>
      </div>
      <section className="admin-panel admin-grow" data-region tabIndex={0} aria-label={t('list')}>
        <PagedList
          query={query}
          count={duties.length}
          skeletons={{ rows: 8, height: 56 }}
          empty={
            <EmptyState icon="check" title={t('none')}>
              {t('noneHint')}
            </EmptyState>
          }
        >
          <ul className="owed-list" data-region-start>
            {duties.map((duty, n) => (
              <DutyRow key={duty.id} duty={duty} id={`duty-${n}`} chosen={n === chosen} />
            ))}
          </ul>
        </PagedList>
      </section>
    </div>
  );
}
