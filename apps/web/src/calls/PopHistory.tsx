import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CallPop } from '../api/contract';
import { useTexts } from '../app/i18n';
import { CardMark, shortDayText } from '../parts';

const shownContacts = 3;

/** Open tickets first: most who call again ask what became of the first time. */
export function PopHistory({ pop }: { pop: CallPop }): ReactElement {
  const t = useTexts('calls');
  const { openTickets, contacts, contactsLastYear } = pop;
  if (openTickets.length === 0 && contacts.length === 0) {
    return <p className="pop-first quiet">{pop.numberMasked ? t('firstCall') : t('nothingKnown')}</p>;
  }
  return (
    <>
      {openTickets.length > 0 && (
        <section className="pop-part">
          <h3>
            {t('openTickets')} <span className="quiet">{openTickets.length}</span>
          </h3>
          <ul>
            {openTickets.slice(0, shownContacts).map((row) => (
              <li key={row.id} className="pop-ticket">
                <Link className="cut" to={`/tickets/${row.id}`} title={row.title}>
                  {row.title}
                </Link>
                <CardMark chip card={row.card} remaining={row.remaining} dueAt={row.nextDueAt} />
                <span className="quiet small cut">
                  {row.no} · {(row.turn?.unit ?? row.accountable)?.name ?? '—'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {contacts.length > 0 && (
        <section className="pop-part">
          <h3>
            {t('earlier')} <span className="quiet">{t('inAYear', { count: contactsLastYear })}</span>
          </h3>
          <ul>
            {contacts.slice(0, shownContacts).map((contact) => (
              <li key={contact.id} className="pop-contact">
                <time dateTime={contact.at}>{shortDayText(contact.at)}</time>
                <span className="cut">{contact.summary ?? '—'}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
