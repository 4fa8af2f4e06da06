import { useEffect, useState, type ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import './texts';

/** Grey rows of the same height as the real ones, shown only when loading takes longer than 200 ms. */
export function Skeletons({ rows = 12, height = 48 }: { rows?: number; height?: number }): ReactElement {
  const t = useTexts('parts');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeletons" role="status" aria-label={t('loading')} data-shown={shown}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" style={{ height }}>
          <span style={{ width: `${32 + ((row * 37) % 48)}%` }} />
        </div>
      ))}
    </div>
  );
}
