import type { ReactElement } from 'react';
import type { WallPicture } from '../../api/contract';
import { mark, useTexts } from '../../app/i18n';
import { bandsOf, between } from '../../calls/gaps/bands';
import { gapTitle } from '../../calls/gaps/gap-words';
import { sparkLines } from './spark-lines';
import { percentText } from './tone';

const WIDTH = 240;
const HEIGHT = 40;

interface Props {
  kind: 'connection' | 'service';
  trail: WallPicture['trail'];
  limit: number;
}

/** The last four hours as one line, an hour at each point; broken where too few called, hatched where nobody heard. */
export function Spark({ kind, trail, limit }: Props): ReactElement {
  const t = useTexts('wallboard');
  const g = useTexts('gaps');
  const place = between(Date.parse(trail.from), Date.parse(trail.until));
  const { lines, limitAt } = sparkLines(trail, kind, limit);
  const bands = bandsOf(trail.gaps, place);
  const last = trail.points.at(-1)?.[kind];
  const id = `wall-hatch-${kind}`;
  const words = [
    t('spark', { now: last && last.denominator > 0 ? `${percentText(last)}%` : '—' }),
    ...bands.map(({ gap }) => gapTitle(g, gap)),
  ].join(mark('clause'));
  return (
    <svg
      className="wall-spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
    >
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="wall-hatch-ground" width="6" height="6" />
          <rect className="wall-hatch" width="2.5" height="6" />
        </pattern>
      </defs>
      <line className="wall-spark-limit" x1="0" x2={WIDTH} y1={limitAt * HEIGHT} y2={limitAt * HEIGHT} />
      {lines.map((line) => (
        <polyline
          key={line[0]?.x}
          className="wall-spark-line"
          points={line.map(({ x, y }) => `${x * WIDTH},${y * HEIGHT}`).join(' ')}
        />
      ))}
      {bands.map(({ gap, left, width }) => (
        <rect
          key={`${gap.source} ${gap.from}`}
          className={`wall-gap${gap.mended ? ' is-mended' : ''}`}
          x={left * WIDTH}
          width={Math.max(3, width * WIDTH)}
          height={HEIGHT}
          {...(gap.mended ? {} : { fill: `url(#${id})` })}
        >
          <title>{gapTitle(g, gap)}</title>
        </rect>
      ))}
    </svg>
  );
}
