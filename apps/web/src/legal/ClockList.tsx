import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import type { LegalClock, LegalClocks } from './facts';
import { LegalClockItem } from './LegalClockItem';

const PAST: readonly LegalClock['state'][] = ['done', 'done-late'];

function Fold({ words, clocks }: { words: string; clocks: LegalClock[] }): ReactElement | null {
  if (clocks.length === 0) return null;
  return (
    <details className="legal-fold">
      <summary>{words}</summary>
      <ul className="legal-list">
        {clocks.map((clock) => (
          <LegalClockItem key={clock.rule} clock={clock} />
        ))}
      </ul>
    </details>
  );
}

/** Periods in the order of the server: what runs or is over in view, what is done and has not begun folded. */
export function ClockList({ reckoning }: { reckoning: LegalClocks }): ReactElement {
  const t = useTexts('legal');
  const { language } = useSettings();
  const { clocks, caveat } = reckoning;
  const quiet = clocks.filter(({ state }) => state === 'not-started');
  const past = clocks.filter(({ state }) => PAST.includes(state));
  const shown = clocks.filter((clock) => !quiet.includes(clock) && !past.includes(clock));
  return (
    <div className="legal-clocks" aria-live="polite">
      <ul className="legal-list">
        {shown.map((clock) => (
          <LegalClockItem key={clock.rule} clock={clock} />
        ))}
      </ul>
      <Fold words={t('past', { count: past.length })} clocks={past} />
      <Fold words={t('quiet', { count: quiet.length })} clocks={quiet} />
      <p className="legal-caveat">{caveat[language]}</p>
    </div>
  );
}
