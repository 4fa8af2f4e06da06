import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CallerView, TicketRow } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CardMark, Icon, shortDayText } from '../../parts';

type Same = NonNullable<CallerView['sameEmployer']>;

function withUnit(t: ReturnType<typeof useTexts>, row: TicketRow): string {
  const unit = row.turn?.unit ?? row.accountable;
  return unit ? t('with', { unit: unit.name }) : t('waiting');
}

/** Others who called about the same employer: a hint, in grey, for the agent to judge. */
export function SameEmployer({ same }: { same: Same }): ReactElement {
  const t = useTexts('desk');
  return (
    <section className="same-employer">
      <h3>
        <Icon name="users" />
        {t('sameEmployer', { count: same.total, days: same.days })}
      </h3>
      <ul>
        {same.rows.slice(0, 4).map((row) => (
          <li key={`${row.at}${row.ticketNo ?? ''}`}>
            {shortDayText(row.at)}{' '}
            {row.ticketId ? (
              <Link to={`/tickets/${row.ticketId}`}>{row.nameMasked ?? row.ticketNo}</Link>
            ) : (
              row.nameMasked
            )}
          </li>
        ))}
      </ul>
      {same.ticket && (
        <p>
          <Link to={`/tickets/${same.ticket.id}`}>{same.ticket.no}</Link> · {withUnit(t, same.ticket)}
        </p>
      )}
    </section>
  );
}

export function OpenTickets({ rows }: { rows: TicketRow[] }): ReactElement {
  const t = useTexts('desk');
  return (
    <section className="caller-list">
      <h3>
        {t('openTickets')} <span className="quiet">{rows.length}</span>
      </h3>
      {rows.length === 0 && <p className="quiet">{t('noOpen')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <div className="open-ticket">
              <Link className="cut" to={`/tickets/${row.id}`} title={row.title}>
                {row.title}
              </Link>
              <CardMark chip card={row.card} remaining={row.remaining} dueAt={row.nextDueAt} />
            </div>
            <p className="quiet small">
              {row.no} · {withUnit(t, row)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function EarlierContacts({ contacts }: { contacts: CallerView['contacts'] }): ReactElement {
  const t = useTexts('desk');
  return (
    <section className="caller-list">
      <h3>
        {t('history')} <span className="quiet">{contacts.length}</span>
      </h3>
      {contacts.length === 0 && <p className="quiet">{t('noHistory')}</p>}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id} className="earlier">
            <time dateTime={contact.at}>{shortDayText(contact.at)}</time>
            <span className="cut" title={contact.summary ?? ''}>
              {contact.summary ?? '—'}
            </span>
            <span className="quiet small" title={contact.ticketNo ?? ''}>
              {t(`outcome.${contact.outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
