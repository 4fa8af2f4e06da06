import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useCan } from '../../api/session';
import type { MetricName } from '../../api/contract';
import { ChangeMark } from './ChangeMark';
import { targetBar } from './figures/classes';
import { changeOf, countText, MISSING, percentOf, rateText, workingDaysFigure } from './figures/rate';
import type { Shown } from './figures/order';
import { rowsLink, type RowResult } from './figures/rows-link';
import { COUNT_FROM, showingOf } from './figures/small-samples';
import type { Period } from './figures/period';
import { RowsLink } from './RowsLink';

interface Props {
  row: Shown;
  period: Period;
  target: number | null;
  reach: number;
}

/** Distance from the target as a plain element: left of the line below it, right of it above. */
function Bar({ row, target, reach }: { row: Shown; target: number; reach: number }): ReactElement {
  const t = useTexts('board');
  const bar = targetBar(row.child.onTime, row.child.due, target, reach);
  const change = changeOf(percentOf(row.child.onTime, row.child.due), target);
  const words =
    !change || change.direction === 'level'
      ? t('children.barEven')
      : t(change.direction === 'up' ? 'children.barAbove' : 'children.barBelow', { points: change.points });
  return (
    <span className="target-bar" role="img" aria-label={words} title={words}>
      <i className={`bar-${bar.side} bar-class-${bar.class}`} style={{ width: `${bar.length / 2}%` }} />
    </span>
  );
}

/** The rate of a small sample is not shown: counts, "<5", or hidden with its neighbour. */
function SmallSample({ row }: { row: Shown }): ReactElement {
  const t = useTexts('board');
  const { showing, child } = row;
  if (showing === 'counts') {
    return (
      <span className="small-sample" title={t('countsWhy')}>
        {t('children.counts', { numerator: child.onTime, denominator: child.due })}
      </span>
    );
  }
  if (showing === 'none') return <span className="quiet">{MISSING}</span>;
  const few = showing === 'few';
  return (
    <Tooltip title={t(few ? 'fewWhy' : 'withheldWhy')}>
      <span className="small-sample">{few ? t('few', { count: COUNT_FROM }) : t('withheld')}</span>
    </Tooltip>
  );
}

/** A second rate of the row by the rules of its own sample. */
function OtherRate(props: {
  metric: MetricName;
  numerator: number;
  denominator: number;
  unitId: string;
  period: Period;
}): ReactElement {
  const t = useTexts('board');
  const showing = showingOf(props.denominator, useCan('ticket.handle'));
  if (showing === 'none') return <span className="quiet">{MISSING}</span>;
  if (showing === 'few')
    return (
      <span className="small-sample" title={t('fewWhy')}>
        {t('few', { count: COUNT_FROM })}
      </span>
    );
  const words =
    showing === 'rate'
      ? rateText(props.numerator, props.denominator)
      : `${props.numerator}/${props.denominator}`;
  return (
    <RowsLink
      to={rowsLink(
        props.metric,
        props.unitId,
        props.period,
        props.numerator < props.denominator ? 'miss' : 'all',
      )}
    >
      {words}
    </RowsLink>
  );
}

/** The cells after the unit's name, in the order of the head. */
export function ChildCells({ row, period, target, reach }: Props): ReactElement {
  const t = useTexts('board');
  const { child, showing } = row;
  const unitId = child.unit.id;
  const hidden = showing === 'few' || showing === 'withheld';
  const link = (result: RowResult): string => rowsLink('on-time', unitId, period, result);
  const hiddenDue = showing === 'few' ? t('few', { count: COUNT_FROM }) : t('withheld');
  return (
    <>
      <td className="num">
        {hidden ? hiddenDue : <RowsLink to={link('all')}>{countText(child.due)}</RowsLink>}
      </td>
      <td className={showing === 'rate' ? '' : 'over-bar'} colSpan={showing === 'rate' ? 1 : 2}>
        {showing === 'rate' ? (
          <RowsLink to={link(child.onTime < child.due ? 'miss' : 'all')}>
            {rateText(child.onTime, child.due)}
          </RowsLink>
        ) : (
          <SmallSample row={row} />
        )}
      </td>
      {showing === 'rate' && (
        <td className="bar-cell">{target !== null && <Bar row={row} target={target} reach={reach} />}</td>
      )}
      <td className="num">
        <ChangeMark
          change={
            showing === 'rate' ? changeOf(percentOf(child.onTime, child.due), child.previousOnTimeRate) : null
          }
        />
      </td>
      <td className="num">
        <OtherRate
          metric="connection"
          numerator={child.answered}
          denominator={child.offered}
          unitId={unitId}
          period={period}
        />
      </td>
      <td className="num">
        <OtherRate
          metric="worker-satisfaction"
          numerator={child.satisfied}
          denominator={child.ratings}
          unitId={unitId}
          period={period}
        />
      </td>
      <td className="num">
        {hidden ? MISSING : <RowsLink to={link('open-overdue')}>{countText(child.openOverdue)}</RowsLink>}
      </td>
      <td className="num">{showing === 'rate' ? workingDaysFigure(child.medianWorkingDays) : MISSING}</td>
    </>
  );
}
