import type { ReactElement } from 'react';
import { useCan } from '../../api/session';
import type { NumberView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import type { Period } from './figures/period';
import { countText, MISSING, rateText } from './figures/rate';
import { rowsLink } from './figures/rows-link';
import { COUNT_FROM, showingOf } from './figures/small-samples';
import { RowsLink } from './RowsLink';

interface Props {
  number: NumberView;
  unitId: string;
  period: Period;
  onDefinition: () => void;
}

/** 按时办结率 on the promise as extended: beside the first figure, smaller, with its own fraction and definition. */
export function SecondFigure({ number, unitId, period, onDefinition }: Props): ReactElement {
  const t = useTexts('board');
  const { metric, numerator, denominator } = number;
  const showing = showingOf(denominator, useCan('ticket.handle'));
  const link = (result: 'hit' | 'all', count: number, name: string): ReactElement => (
    <RowsLink
      to={rowsLink(metric, unitId, period, result)}
      label={`${name} ${t(`counted.${metric}`, { count: countText(count) })}`}
    >
      {countText(count)}
    </RowsLink>
  );
  return (
    <div className="second-figure">
      <button
        type="button"
        className="definition-button"
        title={t('secondHint')}
        // The words on the button come first in its name, so that who speaks them finds it (WCAG 2.5.3).
        aria-label={`${t('second')} ${t('definitionOf', { metric: t(`metrics.${metric}`), version: number.definition.version })}`}
        onClick={onDefinition}
      >
        <span>{t('second')}</span>
      </button>{' '}
      {showing === 'rate' && <b>{rateText(numerator, denominator)}</b>}
      {showing === 'none' && <b>{MISSING}</b>}
      {showing === 'few' && <b>{t('few', { count: COUNT_FROM })}</b>}
      {(showing === 'rate' || showing === 'counts') && (
        <span className="second-fraction">
          {link('hit', numerator, t(`numerators.${metric}`))}
          <span className="slash">/</span>
          {link('all', denominator, t(`denominators.${metric}`))}
        </span>
      )}
    </div>
  );
}
