import { useEffect, useState } from 'react';
import type { ClockView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText, remainingText } from '../../parts';
import { overran, spanText, usedShare } from './spans';

/** The current minute; bars and countdowns need no finer one. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The clock of one custody: time used or left, its limit, and a bar that turns red only if it overran itself. */
export function ClockLine({ clock }: { clock: ClockView }) {
  const t = useTexts('ticket');
  const p = useTexts('parts');
  const now = useMinute();
  const over = overran(clock);
  const running = clock.stoppedAt === null;
  const used = spanText(t, Date.parse(clock.stoppedAt ?? clock.dueAt) - Date.parse(clock.startedAt));
  const done =
    over > 0 ? t('hop.usedOver', { amount: used, over: spanText(t, over) }) : t('hop.used', { amount: used });
  const words = running && clock.remaining ? remainingText(p, clock.remaining) : done;
  const tone = running ? clock.card : over > 0 ? 'red' : 'done';
  const limit = t(`limit.${clock.limit.unit}`, { amount: clock.limit.amount });
  return (
    <div className={`clock-line is-${tone}`}>
      <span className="clock-words">{words}</span>
      <span
        className="clock-limit"
        title={`${momentText(clock.dueAt)}${clock.provisional ? ` · ${t('hop.provisional')}` : ''}`}
      >
        {t('hop.limit', { limit })}
        {running && clock.provisional && <span className="guess">{t('hop.provisionalTag')}</span>}
      </span>
      <span className="clock-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(usedShare(clock, now) * 100)}%` }} />
      </span>
    </div>
  );
}
