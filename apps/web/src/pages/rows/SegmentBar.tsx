import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import type { NumberView } from '../../api/contract';
import { countText } from '../board/figures/rate';
import { isDeadline, type RowResult } from '../board/figures/rows-link';

interface Props {
  number: NumberView;
  to: (result: RowResult) => string;
}

/** The denominator as one bar: what counts, what was late, what is still open. Each piece carries its word and count. */
export function SegmentBar({ number, to }: Props): ReactElement | null {
  const t = useTexts('rows');
  const { metric, numerator, denominator } = number;
  if (denominator === 0) return null;
  const missed = denominator - numerator;
  // Only deadlines have open overdue tickets; they are part of the misses and never more than these.
  const open = Math.min(number.openOverdue ?? 0, missed);
  const parts: { key: string; name: string; count: number; result: RowResult }[] = [
    { key: 'hit', name: t(`results.${metric}.hit`), count: numerator, result: 'hit' },
    {
      key: 'miss',
      name: isDeadline(metric) ? t('lateClosed') : t(`results.${metric}.miss`),
      count: missed - open,
      result: 'miss',
    },
    { key: 'open', name: t(`results.${metric}.open-overdue`), count: open, result: 'open-overdue' },
  ];
  const shown = parts.filter((part) => part.count > 0);
  return (
    <div className="segments">
      <div className="segment-bar" aria-hidden>
        {shown.map((part) => (
          <Link
            key={part.key}
            to={to(part.result)}
            className={`segment segment-${part.key}`}
            style={{ flexGrow: part.count }}
            tabIndex={-1}
          />
        ))}
      </div>
      <div className="segment-words">
        {shown.map((part) => (
          <span key={part.key} className={`segment-word word-${part.key}`}>
            <Link to={to(part.result)} className="figure-link">
              {part.name} {countText(part.count)}
            </Link>
          </span>
        ))}
      </div>
    </div>
  );
}
