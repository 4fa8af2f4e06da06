import type { HopView, PartView, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, momentText, UnitName } from '../../parts';
import { Shape } from '../../verbs';
import type { HopStep } from './chain-steps';
import { explanationOf } from './explanation';
import { ClockLine } from './ClockLine';
import { PauseSpans } from './PauseSpans';

function useHopWords() {
  const t = useTexts('ticket');
  const stamp = (name: string, at: string | null) => (at ? t(`hop.${name}`, { time: momentText(at) }) : null);
  return (hop: HopView): string[] => {
    const left =
      stamp('passed', hop.passedAt) ??
      stamp('returned', hop.returnedAt) ??
      stamp('recalled', hop.recalledAt) ??
      stamp('reported', hop.reportedAt);
    const first = hop.signedAt
      ? stamp('signed', hop.signedAt)
      : `${t('hop.received', { time: momentText(hop.sentAt) })}`;
    const middle = left ? null : hop.signedAt ? stamp('firstContact', hop.firstContactAt) : t('hop.unsigned');
    return [first, left ?? middle].filter((words) => words !== null);
  };
}

function SupportHop({ hop, part }: { hop: HopView; part: PartView | undefined }) {
  const t = useTexts('ticket');
  const together = useTexts('together');
  const words = useHopWords();
  const ending = part?.ending;
  return (
    <div className="hop-support">
      <div className="hop-name">
        <Shape name="down" size={14} />
        <UnitName unit={hop.toUnit} />
        <span className="tag">{ending ? together(`ending.${ending}`) : t('support')}</span>
      </div>
      {ending !== 'withdrawn' && ending !== 'waived' && (
        <>
          <p className="hop-times">
            {words(hop).map((stamp) => (
              <span key={stamp}>{stamp}</span>
            ))}
          </p>
          {hop.clock && <ClockLine clock={hop.clock} />}
        </>
      )}
    </div>
  );
}

/** One custody in the chain: who, when received and signed, its clock, and the supporting units under it. */
export function HopItem({ step, ticket }: { step: HopStep; ticket: TicketView }) {
  const t = useTexts('ticket');
  const words = useHopWords();
  const { hop, current } = step;
  const why = explanationOf(ticket, hop);
  const level = t(`level.${hop.toUnit.level}`);
  const mark = current ? 'current' : hop.returnedAt ? 'returned' : 'done';
  return (
    <li className={`chain-step is-${mark}`} aria-current={current ? 'step' : undefined}>
      <span className="chain-mark" aria-hidden="true">
        {mark === 'done' && <Icon name="check" size={12} />}
        {mark === 'returned' && <Icon name="undo" size={12} />}
      </span>
      <div className="chain-body">
        <div className="hop-name">
          <UnitName unit={hop.toUnit} />
          <span className={`tag${current ? ' tag-accent' : ''}`}>
            {current ? `${t('lead')} · ${level}` : level}
          </span>
        </div>
        <p className="hop-times">
          {words(hop).map((part) => (
            <span key={part}>{part}</span>
          ))}
        </p>
        {hop.clock && <ClockLine clock={hop.clock} />}
        <PauseSpans pauses={ticket.pauses.filter((pause) => pause.hopId === hop.id)} />
        {current && why && (
          <p className="hop-why" title={why}>
            {why}
          </p>
        )}
        {step.support.map((support) => (
          <SupportHop
            key={support.id}
            hop={support}
            part={ticket.together.supports.find((part) => part.hopId === support.id)}
          />
        ))}
      </div>
    </li>
  );
}
