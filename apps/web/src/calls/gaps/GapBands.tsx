import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { bandsOf, type Gap } from './bands';
import { gapTitle } from './gap-words';
import './gaps.css';

interface Props {
  gaps: readonly Gap[];
  place: (at: number) => number;
}

/** Hatched bands over a chart, each with what it stands for; a chart says nothing under them. */
export function GapBands({ gaps, place }: Props): ReactElement | null {
  const t = useTexts('gaps');
  const bands = bandsOf(gaps, place);
  if (bands.length === 0) return null;
  return (
    <span className="gap-bands">
      {bands.map(({ gap, left, width }) => (
        <span
          key={`${gap.source} ${gap.from}`}
          role="img"
          className={`gap-band${gap.mended ? ' is-mended' : ''}`}
          style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
          title={gapTitle(t, gap)}
          aria-label={gapTitle(t, gap)}
        />
      ))}
    </span>
  );
}
