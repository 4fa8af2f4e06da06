import type { ReturnView, TicketView } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { momentText, TimeText } from '../../parts';
import { Asked, DecisionTag, PauseItem, ReferralItem, RequestItem, RulingLine } from './RequestItems';

function ReturnItem({ request }: { request: ReturnView }) {
  const t = useTexts('ticket');
  const term = useTerm();
  return (
    <article className="request">
      <header>
        <strong>{t('returnAsk')}</strong>
        <DecisionTag decision={request.ruling?.decision} />
        <TimeText at={request.at} />
      </header>
      <Asked
        unit={request.unit}
        by={request.by}
        code={term('returnReasons', request.reasonCode)}
        reason={request.reason}
      />
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
      <RulingLine request={request} />
    </article>
  );
}

function Ending({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const r = useTexts('requests');
  const term = useTerm();
  const { withdrawal, declination } = ticket;
  return (
    <>
      {withdrawal && (
        <article className="request">
          <header>
            <strong>{t('request.withdrawn')}</strong>
            <span className="tag">{r(`told.${withdrawal.toldBy}`)}</span>
            <TimeText at={withdrawal.toldAt} />
          </header>
          {withdrawal.words && <blockquote className="quote">{withdrawal.words}</blockquote>}
          <p className="quiet">
            {withdrawal.unit.name} {withdrawal.by} {momentText(withdrawal.at)}
          </p>
        </article>
      )}
      {declination && (
        <article className="request">
          <header>
            <strong>{t('request.declined')}</strong>
            <span className="tag">{term('declineReasons', declination.reasonCode)}</span>
            <TimeText at={declination.at} />
          </header>
          <p>{declination.reason}</p>
          {declination.guidedTo && (
            <p className="quiet">
              {t('request.guided')} {declination.guidedTo} {declination.guidedContact}
            </p>
          )}
        </article>
      )}
    </>
  );
}

/** Everything asked of a superior or another body, with what was ruled or answered, in the order it was asked. */
export function RequestsPanel({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const items = [
    ...ticket.returns.map((one) => ({ at: one.at, node: <ReturnItem key={one.id} request={one} /> })),
    ...ticket.requests.map((one) => ({ at: one.at, node: <RequestItem key={one.id} request={one} /> })),
    ...ticket.pauses.map((one) => ({ at: one.at, node: <PauseItem key={one.id} pause={one} /> })),
    ...ticket.referrals.map((one) => ({ at: one.at, node: <ReferralItem key={one.id} referral={one} /> })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const none = items.length === 0 && !ticket.withdrawal && !ticket.declination;
  return (
    <section className="panel" aria-labelledby="requests">
      <h2 id="requests">
        {t('requests')}{' '}
        <small>{items.length + (ticket.withdrawal ? 1 : 0) + (ticket.declination ? 1 : 0)}</small>
      </h2>
      {none && <p className="quiet">{t('noRequests')}</p>}
      {items.map(({ node }) => node)}
      <Ending ticket={ticket} />
    </section>
  );
}
