import { Link } from 'react-router';
import { useTicket } from '../ticket/useTicket';
import { useTexts } from '../../app/i18n';
import { CardMark } from '../../parts';
import { Shape } from '../../verbs';
import { dropStep, retryStep, rowOfStep, useWaitingSteps, type WaitingStep } from './outbox';

function WaitingCard({ step }: { step: WaitingStep }) {
  const t = useTexts('phone');
  const known = rowOfStep(step);
  const { data } = useTicket(known ? null : step.ticketId);
  const ticket = known ?? data;
  const failed = step.phase === 'refused' || step.phase === 'stale';
  const words = {
    waiting: t(`wait.${step.verb}`),
    sending: t('sending'),
    refused: t('refused'),
    stale: t('stale'),
  };
  return (
    <li className="phone-card">
      <div className="phone-card-top">
        {ticket && <CardMark card={ticket.card} remaining={ticket.remaining} dueAt={ticket.nextDueAt} />}
        <span className={`wait-tag${failed ? ' is-bad' : ''}`}>
          <Shape name="cloud" size={14} />
          {failed ? (
            <button type="button" onClick={() => retryStep(step)}>
              {words[step.phase]}
            </button>
          ) : (
            words[step.phase]
          )}
        </span>
      </div>
      <Link className="phone-card-title" to={`/tickets/${step.ticketId}`}>
        {ticket?.title ?? t('view')}
      </Link>
      {failed && (
        <p className="wait-why">
          {step.why}{' '}
          <button type="button" className="link-button" onClick={() => dropStep(step)}>
            {t('drop')}
          </button>
        </p>
      )}
    </li>
  );
}

/** Steps done without a network, shown apart until the server has confirmed them. */
export function WaitingCards() {
  const t = useTexts('phone');
  const steps = useWaitingSteps();
  if (steps.length === 0) return null;
  return (
    <section className="waiting" aria-label={t('waiting', { count: steps.length })}>
      <h2>{t('waiting', { count: steps.length })}</h2>
      <ul>
        {steps.map((step) => (
          <WaitingCard key={`${step.ticketId}-${step.verb}`} step={step} />
        ))}
      </ul>
    </section>
  );
}
