import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText, remainingText } from '../../parts';
import { useStepWords } from '../../verbs';

/** The loudest thing beside the worker's words: how much working time is left, and for what. */
export function Countdown({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const p = useTexts('parts');
  const words = useStepWords();
  const { remaining, card, nextDueAt, turn, closedAt } = ticket;
  if (closedAt) {
    return (
      <div className="countdown is-none">
        <strong>{t('closed')}</strong>
        <small>{t('closedAt', { time: momentText(closedAt) })}</small>
      </div>
    );
  }
  if (!remaining || !nextDueAt) return null;
  const step = turn ? words.step(turn.expected) : '';
  const values = { card: p(`card.${card}`), time: momentText(nextDueAt), step };
  return (
    <div className={`countdown is-${card}`} role="timer">
      <span className="countdown-card" aria-hidden="true" />
      <strong>{remainingText(p, remaining)}</strong>
      <small>{t(remaining.overdue ? 'overSince' : 'before', values)}</small>
    </div>
  );
}
