import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { DryRun, DryRunRow } from '../../api/contract';
import { useCan } from '../../api/session';
import { useTerm } from '../../api/vocabulary';
import { useIsPhone } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import {
  dayText,
  EmptyState,
  ErrorState,
  FilterChips,
  type FilterLabel,
  Icon,
  Sheet,
  Skeletons,
} from '../../parts';
import { outcomeFrom, type Outcome } from './outcomes';
import type { Address } from './useAddress';
import { itemsOf } from './useCatalogue';
import { useDryRunRows } from './useDryRun';
import { usePlaceNames } from './useRuleWords';

interface SideProps {
  unit: DryRunRow['from'];
  rule: ReactElement | null;
  reason: string | null;
}

function Side({ unit, rule, reason }: SideProps): ReactElement {
  const t = useTexts('catalogue');
  return (
    <span className="dry-decision">
      <span>{unit?.name ?? t('dry.dispatcher')}</span>
      <small>
        {reason && <span className="quiet">{t(`reasons.${reason}`)} </span>}
        {rule ?? <span className="quiet">{t('noRule')}</span>}
      </small>
    </span>
  );
}

interface LineProps {
  row: DryRunRow;
  draftId: string;
  place: (code: string) => string;
}

/** A ticket with both decisions and the rules that made them; its page only for people who may read tickets. */
function TicketLine({ row, draftId, place }: LineProps): ReactElement {
  const t = useTexts('catalogue');
  const term = useTerm();
  const reads = useCan('ticket.read');
  const old = row.fromRule !== null && (
    <Link to={`/catalogue?tab=rules&version=${row.fromVersion}&rule=${row.fromRule}`}>
      {t('ruleOf', { version: row.fromVersion, no: row.fromRule })}
    </Link>
  );
  const fresh = row.toRule !== null && (
    <Link to={`/catalogue?draft=${draftId}&no=${row.toRule}`}>{t('ruleOfDraft', { no: row.toRule })}</Link>
  );
  return (
    <li>
      <p className="dry-ticket">
        {reads ? <Link to={`/tickets/${row.ticketId}`}>{row.ticketNo}</Link> : <b>{row.ticketNo}</b>}
        <span className="quiet">{dayText(row.openedAt)}</span>
        <span>
          {term('kinds', row.kind)} · {term('fields', row.field)}
        </span>
        <span className="quiet">{row.workplaceCode ? place(row.workplaceCode) : t('noPlace')}</span>
      </p>
      <p className="dry-way">
        <Side unit={row.from} rule={old || null} reason={row.fromReason} />
        <Icon name="arrow-right" size={14} />
        <Side unit={row.to} rule={fresh || null} reason={row.toReason} />
      </p>
    </li>
  );
}

interface Props {
  run: DryRun;
  address: Address;
}

/** The ways the list is narrowed to, with the names of the units. */
function useChips(run: DryRun): Record<string, FilterLabel> {
  const t = useTexts('catalogue');
  const known = run.groups.flatMap(({ from, to }) => [from, to]);
  const value = (id: string): string =>
    id === 'none' ? t('dry.dispatcher') : (known.find((unit) => unit?.id === id)?.name ?? '…');
  return { from: { name: t('dry.from'), value }, to: { name: t('dry.to'), value } };
}

function Rows({ run, outcome, address }: Props & { outcome: Outcome }): ReactElement {
  const t = useTexts('catalogue');
  const rows = useDryRunRows(run.id, { outcome, from: address.get('from'), to: address.get('to') });
  const items = itemsOf(rows);
  const place = usePlaceNames(items.flatMap(({ workplaceCode }) => workplaceCode ?? []));
  const reads = useCan('ticket.read');
  return (
    <>
      {!reads && <p className="admin-note">{t('dry.noTickets')}</p>}
      {rows.isPending && <Skeletons rows={6} height={64} />}
      {rows.isError && <ErrorState small error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.data && items.length === 0 && <EmptyState icon="list" title={t('dry.noRows')} />}
      <ul className="dry-rows">
        {items.map((row) => (
          <TicketLine key={row.seq} row={row} draftId={run.draftId} place={place} />
        ))}
      </ul>
      {rows.hasNextPage && (
        <Button
          type="link"
          className="admin-more"
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {t('loadMore')}
        </Button>
      )}
    </>
  );
}

/** The tickets behind a number of the run; which ones stands in the address. */
export function DryRunRows({ run, address }: Props): ReactElement | null {
  const t = useTexts('catalogue');
  const phone = useIsPhone();
  const chips = useChips(run);
  const outcome = outcomeFrom(address.get('outcome'));
  if (!outcome) return null;
  return (
    <Sheet
      open
      size={phone ? '100%' : 720}
      title={t(`dry.outcome.${outcome}`)}
      onClose={() => address.put({ outcome: null, from: null, to: null })}
    >
      <FilterChips labels={chips} />
      <Rows run={run} outcome={outcome} address={address} />
    </Sheet>
  );
}
