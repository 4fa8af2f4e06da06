import { Link } from 'react-router';
import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CardMark } from '../../parts';
import '../ticket/texts';

/** The worker's words and the four places, with the guesses marked: what the choice of a unit rests on. */
export function Facts({ ticket }: { ticket: TicketView }) {
  const t = useTexts('dispatch');
  const words = useTexts('ticket');
  const clock = ticket.clocks.find((one) => one.kind === 'dispatch' && !one.stoppedAt);
  return (
    <>
      <header className="dispatch-head">
        <h1>{ticket.title}</h1>
        {ticket.urgency === 'urgent' && <span className="tag tag-bad">{t('urgent')}</span>}
        <Link to={`/tickets/${ticket.id}`} title={t('openTicket')}>
          {ticket.no}
        </Link>
        <CardMark
          chip
          card={clock?.card ?? ticket.card}
          remaining={clock?.remaining ?? ticket.remaining}
          dueAt={clock?.dueAt ?? ticket.nextDueAt}
        />
      </header>
      <p className="long-text dispatch-words">“{ticket.text}”</p>
      <dl className="four-places">
        {(['caller', 'workplace', 'employerSeat', 'insurance'] as const).map((name) => {
          const place = ticket.places[name];
          return (
            <div key={name} className={name === 'workplace' ? 'is-key' : ''}>
              <dt>{words(`places.${name}`)}</dt>
              <dd>
                <span className="cut" title={place.name ?? ''}>
                  {place.name ?? words('none')}
                </span>
                {place.name && place.guessed && <span className="guess">{words('guess')}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
