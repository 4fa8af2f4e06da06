import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../../api/session';
import { useCommands } from '../../app/commands';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useFilter } from '../../app/useFilter';
import { useWalk } from '../../app/useWalk';
import { EmptyState, PagedList } from '../../parts';
import '../units/admin.css';
import { type Filters, filtersOf } from './filters';
import type { Acting } from './OrderAct';
import { OrderRow } from './OrderRow';
import { OrderTools } from './OrderTools';
import './orders.css';
import { texts } from './texts';
import { useOrders } from './useOrders';

registerTexts('orderList', texts);

function Nothing({ filters }: { filters: Filters }): ReactElement {
  const t = useTexts('orderList');
  const put = useFilter();
  return (
    <EmptyState icon="check" title={t(`none.${filters.side}`)}>
      {filters.state === 'all' ? (
        t('noneHint')
      ) : (
        <Button onClick={() => put('state', 'all')}>{t('showAll')}</Button>
      )}
    </EmptyState>
  );
}

/** 催办督办: what superiors wanted, who owes the answer, and by when. J and K move, F answers, Enter opens the ticket. */
export default function Orders(): ReactElement {
  const t = useTexts('orderList');
  const navigate = useNavigate();
  const { memberships } = useSession();
  const [search] = useSearchParams();
  const roles = memberships.map(({ role }) => role);
  const filters = filtersOf(search, roles);
  const { query, orders } = useOrders(filters);
  const [chosen, setAt] = useWalk('orders', 'order', orders.length);
  const [act, setAct] = useState<{ id: string; acting: Acting } | null>(null);
  const order = orders[chosen];
  useCommands([
    {
      name: 'orders.answer',
      label: t('answer'),
      key: 'f',
      when: () => order?.mayAnswer === true,
      perform: () => order && setAct({ id: order.id, acting: 'answer' }),
    },
    {
      name: 'orders.open',
      label: t('open'),
      key: 'enter',
      hidden: true,
      perform: () => order && void navigate(`/tickets/${order.ticket.id}`),
    },
  ]);
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <OrderTools filters={filters} />
      <section className="admin-panel admin-grow" data-region tabIndex={0} aria-label={t('list')}>
        <PagedList
          query={query}
          count={orders.length}
          skeletons={{ rows: 8, height: 72 }}
          empty={<Nothing filters={filters} />}
        >
          <ul className="owed-list" data-region-start>
            {orders.map((one, n) => (
              <OrderRow
                key={one.id}
                order={one}
                received={filters.side === 'received'}
                id={`order-${n}`}
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
