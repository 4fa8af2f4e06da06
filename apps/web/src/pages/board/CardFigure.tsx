import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useCan } from '../../api/session';
import type { NumberView } from '../../api/contract';
import { ChangeMark } from './ChangeMark';
import type { Period } from './figures/period';
import { changeOf, countText, MISSING, percentOf, rateFigure } from './figures/rate';
import { rowsLink } from './figures/rows-link';
import { COUNT_FROM, RATE_FROM, showingOf, type Showing } from './figures/small-samples';
import { RowsLink } from './RowsLink';

interface Props {
  number: NumberView;
  unitId: string;
  period: Period;
  /** A figure of the same number that stands beside it. */
  second?: ReactElement | false | undefined;
}

function BigFigure({ number, showing }: { number: NumberView; showing: Showing }): ReactElement {
  const t = useTexts('board');
  const { metric, numerator, denominator } = number;
  const counted = (count: string): string => t(`counted.${metric}`, { count });
  if (showing === 'none') return <span className="big-rate">{MISSING}</span>;
  if (showing === 'few')
    return <span className="big-rate is-count">{counted(t('few', { count: COUNT_FROM }))}</span>;
  if (showing === 'counts')
    return <span className="big-rate is-count">{counted(`${numerator}/${denominator}`)}</span>;
  return (
    <span className="big-rate">
      {rateFigure(numerator, denominator)}
      <small>%</small>
    </span>
  );
}

function changeSince(number: NumberView) {
  const before = number.previous;
  if (number.denominator < RATE_FROM || before.denominator < RATE_FROM) return null;
  return changeOf(
    percentOf(number.numerator, number.denominator),
    percentOf(before.numerator, before.denominator),
  );
}

/** The rate, the fraction under it with both halves opening their rows, then formula and sample. */
export function CardFigure({ number, unitId, period, second }: Props): ReactElement {
  const t = useTexts('board');
  const showing = showingOf(number.denominator, useCan('ticket.handle'));
  const { metric, numerator, denominator } = number;
  const counted = (count: string): string => t(`counted.${metric}`, { count });
  return (
    <div className="card-figure">
      <div className="card-big">
        <BigFigure number={number} showing={showing} />
        <span className="card-change">
          {t('change.since')}
          <ChangeMark change={changeSince(number)} unit />
        </span>
      </div>
      {showing !== 'few' && (
        <div className="card-fraction">
          <RowsLink
            to={rowsLink(metric, unitId, period, 'hit')}
            label={`${t(`numerators.${metric}`)} ${counted(countText(numerator))}`}
          >
            {countText(numerator)}
          </RowsLink>
          <span className="slash">/</span>
          <RowsLink
            to={rowsLink(metric, unitId, period, 'all')}
            label={`${t(`denominators.${metric}`)} ${counted(countText(denominator))}`}
          >
            {countText(denominator)}
          </RowsLink>{' '}
          {counted('').trim()}
        </div>
      )}
      {second}
      <div className="card-note">
        {t(`numerators.${metric}`)} ÷ {t(`denominators.${metric}`)}
      </div>
      <div className="card-note">
        {showing === 'few' ? t('fewWhy') : t('sample', { count: counted(countText(denominator)) })}
      </div>
    </div>
  );
}
