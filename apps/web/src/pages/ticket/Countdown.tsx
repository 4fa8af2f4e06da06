import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText, remainingText } from '../../parts';
import { useStepWords } from '../../verbs';

/** The loudest thing beside the worker's words: how much working time is left, and for what. */
export function Countdown({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const p = useTexts('parts');
  const words = useStepWords();
  const { now, closedAt } = ticket;
  if (closedAt) {
    return (
      <div className="countdown is-none">
        <strong>{t('closed')}</strong>
        <small>{t('closedAt', { time: momentText(closedAt) })}</small>
      </div>
    );
  }
  if (!now) return null;
  if (now.pausedUntil) {
    return (
      <div className="countdown is-paused">
        <strong>{t('paused')}</strong>
        <small>{t('pausedUntil', { time: momentText(now.pausedUntil) })}</small>
      </div>
    );
  }
  if (!now.remaining || !now.dueAt) return null;
  const { remaining, card } = now;
  const values = { card: p(`card.${card}`), time: momentText(now.dueAt), step: words.step(now.step) };
  return (
    <div className={`countdown is-${card}`} role="timer">
      <span className="countdown-card" aria-hidden="true" />
      <strong>
        {remainingText(p, remaining)}
        {now.provisional && <span className="guess">{t('hop.provisionalTag')}</span>}
      </strong>
      <small>{t(remaining.overdue ? 'overSince' : 'before', values)}</small>
    </div>
  );
}
