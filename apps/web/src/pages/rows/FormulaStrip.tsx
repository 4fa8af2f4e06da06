import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import type { NumbersView, NumberView } from '../../api/contract';
import { countText, MISSING, rateFigure } from '../board/figures/rate';
import { RATE_FROM } from '../board/figures/small-samples';
import { rowsLink, type RowResult } from '../board/figures/rows-link';
import { SegmentBar } from './SegmentBar';
import type { RowsAddress } from './useRows';

interface Props {
  view: NumbersView;
  number: NumberView;
  address: RowsAddress;
}

function Part(props: {
  name: string;
  count: number;
  to: string | null;
  strong?: boolean;
  current?: boolean;
}): ReactElement {
  return (
    <span className={`strip-part${props.strong ? ' is-strong' : ''}${props.current ? ' is-current' : ''}`}>
      <small>{props.name}</small>
      {props.to ? (
        <Link to={props.to} className="figure-link">
          {countText(props.count)}
        </Link>
      ) : (
        <span>{countText(props.count)}</span>
      )}
    </span>
  );
}

/** Rate = numerator ÷ denominator, and denominator = all − not counted: each part opens its own rows. */
export function FormulaStrip({ view, number, address }: Props): ReactElement {
  const t = useTexts('board');
  const r = useTexts('rows');
  const { metric, numerator, denominator } = number;
  const counts = denominator > 0 ? `${numerator}/${denominator}` : MISSING;
  const rate = denominator >= RATE_FROM ? rateFigure(numerator, denominator) : counts;
  const excluded = number.excluded.reduce((sum, part) => sum + part.count, 0);
  const to = (result: RowResult): string => rowsLink(metric, view.unit.id, address.period, result);
  return (
    <section className="strip" aria-label={t(`metrics.${metric}`)}>
      <span className="strip-rate">
        <small>{t(`metrics.${metric}`)}</small>
        <span>
          {rate}
          {denominator >= RATE_FROM && <em>%</em>}
        </span>
      </span>
      <i className="strip-sign">=</i>
      <Part
        strong
        name={t(`numerators.${metric}`)}
        count={numerator}
        to={to('hit')}
        current={address.result === 'hit'}
      />
      <i className="strip-sign">÷</i>
      <Part
        strong
        name={t(`denominators.${metric}`)}
        count={denominator}
        to={to('all')}
        current={address.result === 'all'}
      />
      <span className="strip-line" />
      <Part name={r('whole')} count={denominator + excluded} to={null} />
      <i className="strip-sign">−</i>
      <Part name={r('left')} count={excluded} to={to('excluded')} current={address.result === 'excluded'} />
      <i className="strip-sign">=</i>
      <SegmentBar number={number} to={to} />
    </section>
  );
}
