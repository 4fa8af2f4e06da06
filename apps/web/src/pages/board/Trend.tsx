import { useCallback, useMemo, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { NumberView } from '../../api/contract';
import { useCan } from '../../api/session';
import type { Gap } from '../../calls/gaps/bands';
import { GapBands } from '../../calls/gaps/GapBands';
import { ChartFrame } from './ChartFrame';
import { tipHtml } from './charts/tooltip';
import { trendOption } from './charts/trend-option';
import { shortDay } from './figures/period';
import { percentFigure } from './figures/rate';
import { rowsLink } from './figures/rows-link';
import { COUNT_FROM, showingOf } from './figures/small-samples';
import { RowsLink } from './RowsLink';
import { useOpenRows } from './useOpenRows';

interface Props {
  number: NumberView;
  unitId: string;
  table: boolean;
  /** of the telephone: calls nobody heard are in no rate */
  gaps: readonly Gap[];
}

const DAY_MS = 86_400_000;

/** A point of the line stands in the middle of its day. */
function placeOf(trend: NumberView['trend']): (at: number) => number {
  const noon = Date.parse(`${trend[0]?.day ?? ''}T12:00:00+08:00`);
  return (at) => (at - noon) / DAY_MS / Math.max(1, trend.length - 1);
}

/** Is it getting better? */
export function Trend({ number, unitId, table, gaps }: Props): ReactElement {
  const t = useTexts('board');
  const openRows = useOpenRows();
  const { metric, trend, target } = number;
  const year = trend.at(-1)?.day.slice(0, 4) ?? '';
  const handles = useCan('ticket.handle');
  const fractionOf = useCallback(
    (day: NumberView['trend'][number]): string =>
      showingOf(day.denominator, handles) === 'few'
        ? t('few', { count: COUNT_FROM })
        : `${day.numerator}/${day.denominator}`,
    [handles, t],
  );
  const option = useMemo(() => {
    const tip = (index: number): string => {
      const day = trend[index];
      if (!day) return '';
      return tipHtml({
        title: day.day,
        lines: [
          [t('trend.now'), percentFigure(day.rolling)],
          [t('trend.before'), percentFigure(day.previousRolling)],
          [t('trend.fraction'), fractionOf(day)],
        ],
        see: t('trend.see'),
      });
    };
    const words = { target: target === null ? null : t('targetShort', { target }), tip };
    return trendOption(number, words);
  }, [number, trend, target, fractionOf, t]);
  const linkOf = (day: string): string => rowsLink(metric, unitId, { from: day, to: day }, 'all');
  return (
    <div className="trend">
      <ChartFrame
        caption={t('trend.name', { metric: t(`metrics.${metric}`) })}
        head={[t('trend.day'), t('trend.now'), t('trend.before'), t('trend.fraction')]}
        rows={trend.map((day) => ({
          key: day.day,
          cells: [
            shortDay(day.day, year),
            percentFigure(day.rolling),
            percentFigure(day.previousRolling),
            <RowsLink key="fraction" to={linkOf(day.day)}>
              {fractionOf(day)}
            </RowsLink>,
          ],
        }))}
        table={table}
        option={option}
        columns
        onPick={({ dataIndex }) => openRows(linkOf(trend[dataIndex]?.day ?? ''))}
        over={gaps.length > 0 && <GapBands gaps={gaps} place={placeOf(trend)} />}
      />
      {!table && (
        <div className="trend-axis" aria-hidden>
          <span>{shortDay(trend[0]?.day ?? '', year)}</span>
          <span>{t('trend.legend')}</span>
          <span>{shortDay(trend.at(-1)?.day ?? '', year)}</span>
        </div>
      )}
    </div>
  );
}
