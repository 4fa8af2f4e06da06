import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { gapTitle } from '../../calls/gaps/gap-words';
import '../../calls/gaps/gaps.css';
import type { HourGap } from './figures/hour-gaps';

const percent = (part: number): string => `${part * 100}%`;

/** Hatched over the cells of the week whose calls nobody heard on some day: their colour says less than it seems. */
export function HourGaps({ gaps }: { gaps: readonly HourGap[] }): ReactElement {
  const t = useTexts('gaps');
  return (
    <>
      {gaps.map(({ weekday, hour, from, to, gap, count }) => {
        const words = gapTitle(t, gap) + (count > 1 ? ` · ${t('tailMore', { count })}` : '');
        return (
          <span
            key={`${weekday} ${hour}`}
            role="img"
            className={`gap-band hour-gap${gap.mended ? ' is-mended' : ''}`}
            style={{
              left: percent((hour + from) / 24),
              width: percent((to - from) / 24),
              top: percent((weekday - 1) / 7),
              height: percent(1 / 7),
            }}
            title={words}
            aria-label={words}
          />
        );
      })}
    </>
  );
}
