import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTexts } from '../../app/i18n';
import { CallNumber } from '../../calls/CallNumber';
import type { NumberRows } from '../../api/contract';
import { useCan } from '../../api/session';
import { useTerm } from '../../api/vocabulary';
import { TimeText, UnitName } from '../../parts';
import { isDeadline } from '../board/figures/rows-link';
import type { RowsAddress } from './useRows';

type Row = NumberRows['items'][number];

interface Props {
  rows: Row[];
  address: RowsAddress;
}

/** Only these lists hold rows of more than one result. */
function mixed({ result }: RowsAddress): boolean {
  return result === 'all' || result === 'excluded';
}

function Closed({ row }: { row: Row }): ReactElement {
  const t = useTexts('rows');
  if (row.closedAt) return <TimeText at={row.closedAt} />;
  return row.result === 'miss' ? (
    <b className="open-mark">■ {t('open')}</b>
  ) : (
    <span className="quiet">—</span>
  );
}

/** A call without a contact has no number of ours: its own, masked, stands for it. */
const caller = ({ call }: Row, t: (key: string) => string): string =>
  call ? (call.withheld ? t('withheld') : (call.masked ?? t('call'))) : '';

/** One row opens its ticket: by its number, or anywhere on it with the pointer. A call without a ticket opens nothing. */
function RowLine({ row, address }: { row: Row; address: RowsAddress }): ReactElement {
  const t = useTexts('rows');
  const term = useTerm();
  const navigate = useNavigate();
  const reads = useCan('ticket.read');
  const ticketId = reads ? row.ticketId : null;
  return (
    <tr
      className={ticketId ? 'is-link' : ''}
      onClick={() => ticketId && void navigate(`/tickets/${ticketId}`)}
    >
      <td>
        {ticketId ? (
          <Link to={`/tickets/${ticketId}`} onClick={(event) => event.stopPropagation()}>
            {row.no}
          </Link>
        ) : (
          <span title={row.ticketId ? t('noRight') : t('noTicket')}>
            {row.no || (
              <CallNumber
                callId={row.call?.id ?? null}
                masked={caller(row, t)}
                revealable={row.call?.revealable ?? false}
              />
            )}
          </span>
        )}
      </td>
      <td className="title-cell" title={row.title}>
        {row.title || <span className="quiet">{t('titleHidden')}</span>}
      </td>
      <td>{term('fields', row.field) || <span className="quiet">—</span>}</td>
      <td>
        <UnitName unit={row.unit} />
      </td>
      <td>
        <TimeText at={row.at} />
      </td>
      {isDeadline(address.metric) && (
        <td>
          <Closed row={row} />
        </td>
      )}
      {mixed(address) && (
        <td>
          <span className={`result-tag is-${row.result}`}>{t(`result.${row.result}`)}</span>
        </td>
      )}
      {address.result === 'excluded' && <td>{row.reason ?? '—'}</td>}
    </tr>
  );
}

export function RowsTable({ rows, address }: Props): ReactElement {
  const t = useTexts('rows');
  const board = useTexts('board');
  return (
    <table className="rows-table">
      <caption className="visually-hidden">
        {t('caption', { metric: board(`metrics.${address.metric}`) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.no')}</th>
          <th scope="col" className="title-cell">
            {t('columns.title')}
          </th>
          <th scope="col">{t('columns.field')}</th>
          <th scope="col">{t('columns.unit')}</th>
          <th scope="col">{t(`at.${address.metric}`)}</th>
          {isDeadline(address.metric) && <th scope="col">{t('columns.closed')}</th>}
          {mixed(address) && <th scope="col">{t('columns.result')}</th>}
          {address.result === 'excluded' && <th scope="col">{t('columns.reason')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowLine key={row.subjectId} row={row} address={address} />
        ))}
      </tbody>
    </table>
  );
}
