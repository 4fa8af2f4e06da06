import { useState } from 'react';
import type { CasePlace, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Identity } from './Identity';

const LONG = 280; // characters of a worker's words before they fold

function Place({ name, place }: { name: string; place: CasePlace }) {
  const t = useTexts('ticket');
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {place.name ?? <span className="quiet">{t('none')}</span>}
        {place.name && place.guessed && <span className="guess">{t('guess')}</span>}
      </dd>
    </div>
  );
}

/** What the worker said comes first on the page; who said it stays masked. */
export function WorkerWords({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const [open, setOpen] = useState(false);
  const long = ticket.text.length > LONG;
  const places = (['workplace', 'employerSeat', 'caller', 'insurance'] as const).filter(
    (place) => place === 'workplace' || ticket.places[place].name !== null,
  );
  return (
    <section className="panel" aria-labelledby="worker-words">
      <h2 id="worker-words">{t('words')}</h2>
      {ticket.keptFrom ? (
        <p className="note is-warn">{t('keptFrom')}</p>
      ) : (
        <p className={`long-text words${long && !open ? ' is-folded' : ''}`}>“{ticket.text}”</p>
      )}
      {long && (
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('less') : t('more')}
        </button>
      )}
      <dl className="facts">
        {ticket.employer && (
          <div>
            <dt>{t('employer')}</dt>
            <dd>{ticket.employer}</dd>
          </div>
        )}
        {places.map((place) => (
          <Place key={place} name={t(`places.${place}`)} place={ticket.places[place]} />
        ))}
      </dl>
      <Identity ticket={ticket} />
    </section>
  );
}
