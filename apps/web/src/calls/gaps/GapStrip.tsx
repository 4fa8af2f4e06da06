import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { shortDayText } from '../../parts';
import { between, type Gap } from './bands';
import { GapBands } from './GapBands';

interface Props {
  gaps: readonly Gap[];
  /** ISO 8601; the end is not included */
  from: string;
  until: string;
}

/** The period as one line with the time nobody heard the telephone hatched: where it lies, and how much of the whole. */
export function GapStrip({ gaps, from, until }: Props): ReactElement | null {
  const t = useTexts('gaps');
  if (gaps.length === 0) return null;
  const sources = [...new Set(gaps.map(({ source }) => source))];
  const place = between(Date.parse(from), Date.parse(until));
  const last = new Date(Date.parse(until) - 1).toISOString();
  return (
    <section className="gap-strip" aria-label={t('strip')}>
      <p>
        <strong>{t('strip')}</strong> <span className="quiet">{t('stripNote')}</span>
      </p>
      {sources.map((source) => (
        <div key={source} className="gap-line">
          <span className="cut" title={source}>
            {source}
          </span>
          <span className="gap-track">
            <GapBands gaps={gaps.filter((gap) => gap.source === source)} place={place} />
          </span>
        </div>
      ))}
      <div className="gap-line gap-ends" aria-hidden>
        <span />
        <span>
          <span>{shortDayText(from)}</span>
          <span>{shortDayText(last)}</span>
        </span>
      </div>
    </section>
  );
}
