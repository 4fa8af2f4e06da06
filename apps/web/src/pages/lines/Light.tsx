import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSource } from '../../api/contract';

type LightName = LineSource['health']['light'];

const SHAPES: Record<LightName, ReactElement> = {
  live: <circle cx="6" cy="6" r="5" />,
  attention: <path d="M6 1 11.5 11H.5Z" />,
  down: <rect x="1" y="1" width="10" height="10" rx="1" />,
  waiting: <circle cx="6" cy="6" r="4" fill="none" strokeWidth="2" strokeDasharray="3 2" />,
  off: <circle cx="6" cy="6" r="4" fill="none" strokeWidth="2" />,
};

interface Props {
  light: LightName;
  /** It comes to us; we connect to nothing. */
  delivers: boolean;
}

/** How a line is: a shape of its own, a colour and a word. */
export function Light({ light, delivers }: Props): ReactElement {
  const t = useTexts('lines');
  return (
    <span className={`line-light line-${light}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[light]}
      </svg>
      {t(light === 'waiting' && delivers ? 'light.expected' : `light.${light}`)}
    </span>
  );
}
