import type { ReturnView, TicketView } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { momentText, TimeText } from '../../parts';

function Ruling({ request }: { request: ReturnView }) {
  const t = useTexts('ticket');
  const { ruling } = request;
  if (!ruling) {
    return (
      <div className="ruling is-open">
        <strong>{t('pending', { unit: request.ruler.name })}</strong>
        {request.dueAt && <span>{t('rulingDue', { time: momentText(request.dueAt) })}</span>}
      </div>
    );
  }
  return (
    <div className="ruling">
      <strong>
        {t('ruled', { unit: request.ruler.name })} <TimeText at={ruling.at} />
      </strong>
      <span>{ruling.reason}</span>
      {ruling.toUnit && <span>{t('toUnit', { unit: ruling.toUnit.name })}</span>}
    </div>
  );
}

/** Requests to return the ticket, each with its ruling; both units read the same words. */
export function ReturnPanel({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const term = useTerm();
  return (
    <section className="panel" aria-labelledby="returns">
      <h2 id="returns">
        {t('requests')} <small>{t('returnsCount', { count: ticket.returns.length })}</small>
      </h2>
      {ticket.returns.length === 0 && <p className="quiet">{t('noRequests')}</p>}
      {ticket.returns.map((request) => (
        <article key={request.id} className="request">
          <header>
            <strong>{t('returnAsk')}</strong>
            {request.ruling && (
              <span className={`tag ${request.ruling.decision === 'refused' ? 'tag-bad' : 'tag-accent'}`}>
                {t(request.ruling.decision)}
              </span>
            )}
            <TimeText at={request.at} />
          </header>
          <p>
            <span className="quiet">{request.unit.name}</span> {request.reason} ·{' '}
            {term('returnReasons', request.reasonCode)}
          </p>
          {request.clause && (
            <p className="quiet">
              {t('clause')} {request.clause}
            </p>
          )}
          {request.proposedUnit && (
            <p className="quiet">
              {t('proposed')} {request.proposedUnit.name}
            </p>
          )}
          <Ruling request={request} />
        </article>
      ))}
    </section>
  );
}
