import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import type { NumbersView, NumberView } from '../../api/contract';
import { CheckExamples } from './CheckExamples';
import { FrozenDays } from './FrozenDays';
import type { Period } from './figures/period';
import { countText, rateText } from './figures/rate';
import { rowsLink } from './figures/rows-link';
import { RATE_FROM } from './figures/small-samples';
import { RowsLink } from './RowsLink';

interface Props {
  number: NumberView;
  view: NumbersView;
  period: Period;
}

function Formula({ number, view, period }: Props): ReactElement {
  const t = useTexts('board');
  const { metric, numerator, denominator } = number;
  return (
    <div className="formula-box">
      <b>{t(`metrics.${metric}`)}</b>
      <span className="equals">=</span>
      <span className="formula-fraction">
        <span>{t(`numerators.${metric}`)}</span>
        <span>{t(`denominators.${metric}`)}</span>
      </span>
      <span className="equals">=</span>
      <span className="formula-fraction is-figures">
        <RowsLink to={rowsLink(metric, view.unit.id, period, 'hit')}>{countText(numerator)}</RowsLink>
        <RowsLink to={rowsLink(metric, view.unit.id, period, 'all')}>{countText(denominator)}</RowsLink>
      </span>
      <span className="equals">=</span>
      <b className="formula-rate">
        {denominator >= RATE_FROM
          ? rateText(numerator, denominator)
          : t(`counted.${metric}`, { count: `${numerator}/${denominator}` })}
      </b>
    </div>
  );
}

function Excluded({ number, view, period }: Props): ReactElement {
  const t = useTexts('board');
  const { language } = useSettings();
  const total = number.excluded.reduce((sum, part) => sum + part.count, 0);
  if (total === 0) return <>{t('drawer.excludedNone')}</>;
  const to = rowsLink(number.metric, view.unit.id, period, 'excluded');
  return (
    <>
      {t('drawer.excludedTotal', { count: t(`counted.${number.metric}`, { count: countText(total) }) })}
      <div className="excluded-parts">
        {number.excluded.map((part) => (
          <span key={part.code}>
            {part[language]} <RowsLink to={to}>{countText(part.count)}</RowsLink>
          </span>
        ))}
      </div>
    </>
  );
}

export function DefinitionBody(props: Props): ReactElement {
  const { number } = props;
  const t = useTexts('board');
  const { language } = useSettings();
  const { metric } = number;
  const entries: [string, ReactNode][] = [
    ['meaning', number.definition[language]],
    ['numerator', t(`drawer.numerators.${metric}`)],
    ['denominator', t(`drawer.denominators.${metric}`)],
    ['excluded', <Excluded key="excluded" {...props} />],
    ['period', t(`drawer.periods.${metric}`)],
    ['frozen', <FrozenDays key="frozen" number={number} unitId={props.view.unit.id} period={props.period} />],
    ['small', t('drawer.smallText')],
    [
      'target',
      number.target === null ? t('drawer.targetNone') : t('drawer.targetText', { target: number.target }),
    ],
  ];
  return (
    <>
      <Formula {...props} />
      <dl className="definition-list">
        {entries.map(([key, words]) => (
          <div key={key}>
            <dt>{t(`drawer.${key}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {metric === 'on-time' && <CheckExamples />}
    </>
  );
}
