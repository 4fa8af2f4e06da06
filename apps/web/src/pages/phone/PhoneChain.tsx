import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { chainSteps } from '../ticket/chain-steps';

/** The chain as a line of dots: where it came from and where it stands. */
export function PhoneChain({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const steps = chainSteps(ticket).filter((step) => step.kind === 'hop' || step.phase === 'current');
  return (
    <ol className="phone-chain">
      {steps.map((step) => {
        const current = step.kind === 'hop' ? step.current : true;
        const unit = step.kind === 'hop' ? step.hop.toUnit : step.unit;
        return (
          <li
            key={step.kind === 'hop' ? step.hop.id : step.kind}
            className={current ? 'is-current' : ''}
            aria-current={current ? 'step' : undefined}
          >
            <span className="cut" title={unit?.name}>
              {current || !unit ? (unit?.name ?? t('future.callBack')) : t(`level.${unit.level}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
