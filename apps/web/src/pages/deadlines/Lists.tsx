import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { get } from '../../api/client';
import type { ProvisionalClock, Restated } from '../../api/contract';
import { useCan } from '../../api/session';
import { EmptyState, ErrorState, Skeletons, TimeText, UnitName } from '../../parts';

/** Opens the ticket for those who may read tickets; an administrator alone sees its number. */
function TicketNo({ id, no }: { id: string; no: string }): ReactElement {
  const reads = useCan('ticket.read');
  return reads ? <Link to={`/tickets/${id}`}>{no}</Link> : <span className="number">{no}</span>;
}

function Due({ at }: { at: string }): ReactElement {
  return (
    <>
      <TimeText at={at} form="day" /> <TimeText at={at} form="minute" />
    </>
  );
}

interface TableProps<T> {
  columns: string[];
  rows: readonly T[];
  row: (one: T) => ReactNode;
  query: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };
  more: { has: boolean; busy: boolean; fetch: () => unknown };
  empty: ReactElement;
}

function DeadlineTable<T>({ columns, rows, row, query, more, empty }: TableProps<T>): ReactElement {
  const t = useTexts('deadlines');
  return (
    <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('title')}>
      {query.isPending && <Skeletons rows={8} height={44} />}
      {query.isError && rows.length === 0 && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!query.isPending && !query.isError && rows.length === 0 && empty}
      {rows.length > 0 && (
        <table className="admin-table deadline-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.map(row)}</tbody>
        </table>
      )}
      {more.has && (
        <Button type="link" className="admin-more" loading={more.busy} onClick={() => void more.fetch()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

export function ProvisionalList({ calendarId }: { calendarId: string | null }): ReactElement {
  const t = useTexts('deadlines');
  const query = useInfiniteQuery({
    queryKey: ['provisional-clocks', 'list', calendarId],
    queryFn: ({ pageParam, signal }) => get('/provisional-clocks', { calendarId, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const calendars = useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => get('/calendars', undefined, signal),
  });
  const nameOf = (id: string): string => calendars.data?.find((one) => one.id === id)?.name ?? id;
  const rows = (query.data?.pages ?? []).flatMap((page) => page.items);
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <>
      <p className="admin-note">
        {t('hintProvisional')}{' '}
        {total > 0 && <b>{total >= 1_000 ? t('overThousand') : t('total', { count: total })}</b>}
      </p>
      <DeadlineTable<ProvisionalClock>
        columns={['ticket', 'clock', 'unit', 'due', 'waits', 'calendar']}
        rows={rows}
        query={query}
        more={{ has: query.hasNextPage, busy: query.isFetchingNextPage, fetch: query.fetchNextPage }}
        empty={
          <EmptyState icon="check" title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        }
        row={(one) => (
          <tr key={one.id}>
            <td data-label={t('columns.ticket')}>
              <TicketNo id={one.ticketId} no={one.ticketNo} />
            </td>
            <td data-label={t('columns.clock')}>{t(`clock.${one.kind}`)}</td>
            <td data-label={t('columns.unit')}>
              <UnitName unit={one.unit} />
            </td>
            <td data-label={t('columns.due')}>
              <Due at={one.dueAt} />
            </td>
            <td data-label={t('columns.waits')}>
              {one.unknownYears.map((year) => (
                <span key={year} className="tag tag-warn">
                  {t('year', { year })}
                </span>
              ))}
            </td>
            <td data-label={t('columns.calendar')}>
              <Link to={`/calendars?id=${one.calendarId}`}>{nameOf(one.calendarId)}</Link>
            </td>
          </tr>
        )}
      />
    </>
  );
}

export function RestatedList({ reason }: { reason: Restated['reason'] | null }): ReactElement {
  const t = useTexts('deadlines');
  const query = useInfiniteQuery({
    queryKey: ['restatements', reason],
    queryFn: ({ pageParam, signal }) => get('/restatements', { reason, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <>
      <p className="admin-note">{t('hintRestated')}</p>
      <DeadlineTable<Restated>
        columns={['at', 'ticket', 'clock', 'unit', 'from', 'to', 'reason', 'by']}
        rows={rows}
        query={query}
        more={{ has: query.hasNextPage, busy: query.isFetchingNextPage, fetch: query.fetchNextPage }}
        empty={<EmptyState icon="clock" title={t('noneRestated')} />}
        row={(one) => (
          <tr key={one.id}>
            <td data-label={t('columns.at')}>
              <TimeText at={one.at} />
            </td>
            <td data-label={t('columns.ticket')}>
              <TicketNo id={one.ticketId} no={one.ticketNo} />
            </td>
            <td data-label={t('columns.clock')}>{t(`clock.${one.kind}`)}</td>
            <td data-label={t('columns.unit')}>
              <UnitName unit={one.unit} />
            </td>
            <td data-label={t('columns.from')} className="quiet">
              <Due at={one.fromDueAt} />
            </td>
            <td data-label={t('columns.to')}>
              {one.fromDueAt === one.toDueAt ? t('same') : <Due at={one.toDueAt} />}
            </td>
            <td data-label={t('columns.reason')}>
              <span className="tag">{t(`reason.${one.reason}`)}</span>
            </td>
            <td data-label={t('columns.by')}>{one.by ?? t('system')}</td>
          </tr>
        )}
      />
    </>
  );
}
