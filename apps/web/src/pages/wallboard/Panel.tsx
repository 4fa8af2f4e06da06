import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './tone';

interface Props {
  area: string;
  title: ReactNode;
  tone?: Tone;
  aside?: ReactNode;
  children: ReactNode;
}

/** One tile of the wall; a warning has its triangle and its words, not only its colour. */
export function Panel({ area, title, tone = 'plain', aside, children }: Props): ReactElement {
  return (
    <section className={`wall-panel wall-${area} is-${tone}`}>
      <h2 className="wall-label">
        {tone !== 'plain' && (
          <span className="wall-mark" aria-hidden>
            {tone === 'grave' ? '■' : '▲'}
          </span>
        )}
        <span>{title}</span>
        {aside && <span className="wall-aside">{aside}</span>}
      </h2>
      {children}
    </section>
  );
}
