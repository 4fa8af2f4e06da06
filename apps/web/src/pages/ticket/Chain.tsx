import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, momentText } from '../../parts';
import { chainSteps, type CallBackStep, type ReviewStep } from './chain-steps';
import { HopItem } from './HopItem';
import { ClockLine } from './ClockLine';

function ReviewItem({ step, first, ticket }: { step: ReviewStep; first: boolean; ticket: TicketView }) {
  const t = useTexts('ticket');
  const clock = ticket.clocks.find(
    (one) => one.kind === 'review' && one.unit.id === step.unit.id && !one.stoppedAt,
  );
  const time = step.at ? momentText(step.at) : '';
  const words = {
    done: t('future.reviewed', { time }),
    redo: t('future.sentBack', { time }),
    current: t('future.reviewing'),
    future: t(first ? 'future.reviewNote' : 'future.reviewNext'),
  }[step.phase];
  return (
    <li className={`chain-step is-${step.phase === 'redo' ? 'returned' : step.phase}`}>
      <span className="chain-mark" aria-hidden="true">
        {step.phase === 'done' && <Icon name="check" size={12} />}
      </span>
      <div className="chain-body">
        <div className="hop-name">
          <span className="cut">{t('future.review', { unit: step.unit.name })}</span>
        </div>
        <p className="hop-times">{words}</p>
        {step.phase === 'current' && clock && <ClockLine clock={clock} />}
      </div>
    </li>
  );
}

function CallBackItem({ step, ticket }: { step: CallBackStep; ticket: TicketView }) {
  const t = useTexts('ticket');
  const clock = ticket.clocks.find((one) => one.kind === 'call-back' && !one.stoppedAt);
  const reached = ticket.callBacks.at(-1)?.reached ?? false;
  const name = reached ? 'future.calledBack' : 'future.notReached';
  const called = step.at ? t(name, { time: momentText(step.at) }) : null;
  return (
    <li className={`chain-step is-${step.phase}`}>
      <span className="chain-mark" aria-hidden="true">
        {step.phase === 'done' && <Icon name="check" size={12} />}
      </span>
      <div className="chain-body">
        <div className="hop-name">
          <span className="cut">{[step.unit?.name, t('future.callBack')].filter(Boolean).join(' ')}</span>
        </div>
        <p className="hop-times">{called ?? (step.phase === 'future' ? t('future.callBackNote') : '')}</p>
        {step.phase === 'current' && clock && <ClockLine clock={clock} />}
      </div>
    </li>
  );
}

/** The chain of custody: every unit that held the ticket, who holds it now, and who must still look at the result. */
export function Chain({ ticket }: { ticket: TicketView }) {
  const steps = chainSteps(ticket);
  return (
    <ol className="chain">
      {steps.map((step, index) => {
        if (step.kind === 'hop') return <HopItem key={step.hop.id} step={step} ticket={ticket} />;
        if (step.kind === 'review')
          return (
            <ReviewItem
              key={`${step.unit.id}-review`}
              step={step}
              first={steps[index - 1]?.kind === 'hop'}
              ticket={ticket}
            />
          );
        return <CallBackItem key="call-back" step={step} ticket={ticket} />;
      })}
    </ol>
  );
}
