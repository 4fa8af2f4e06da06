import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CallFigure } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { countText, rateText } from '../board/figures/rate';
import type { FigureAddress, Side } from './address';
import { termsWords } from './words';

interface Props {
  figure: CallFigure;
  address: FigureAddress;
}

function Forms({ figure }: { figure: CallFigure }): ReactElement {
  const t = useTexts('callFigures');
  return (
    <details className="figure-forms">
      <summary>{t('compare')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('letter')}</th>
            <th scope="col">{t('formula')}</th>
            <th scope="col" className="number">
              {t('fraction')}
            </th>
            <th scope="col" className="number">
              {t('rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figure.forms.map(({ letter, numerator, denominator }) => (
            <tr key={letter} aria-current={letter === figure.formula.letter || undefined}>
              <td>
                <b>{letter}</b>
              </td>
              <td>{t(`forms.${figure.kind}.${letter}`, { seconds: figure.formula.seconds ?? '' })}</td>
              <td className="number">
                {countText(numerator)} / {countText(denominator)}
              </td>
              <td className="number">{rateText(numerator, denominator)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** A rate with its definition, both halves, what stands beside it, and the same calls by every other form. */
export function FigureCard({ figure, address }: Props): ReactElement {
  const t = useTexts('callFigures');
  const { kind, formula, numerator, denominator, beside } = figure;
  const link = (side: Side, count: number, column?: string): ReactElement => (
    <Link
      className="figure-link"
      to={address.linkTo({ kind, side, column })}
      aria-label={`${t(`kinds.${kind}`)} ${t(column ? `columns.${column}` : `sides.${side}`)} ${count}`}
    >
      {countText(count)}
    </Link>
  );
  return (
    <section className="figure-card" aria-labelledby={`figure-${kind}`}>
      <header>
        <h2 id={`figure-${kind}`}>
          {t(`kinds.${kind}`)}
          {formula.seconds !== null && ` ${t('seconds', { seconds: formula.seconds })}`}
        </h2>
        <Link className="definition-link" to={address.linkTo({ versions: kind })}>
          {t('definition', { letter: formula.letter, version: formula.version })}
        </Link>
      </header>
      <p className="figure-rate">
        <b>{rateText(numerator, denominator)}</b>
        <span>
          {link('numerator', numerator)} / {link('denominator', denominator)}
          {kind !== 'abandonment' && denominator > numerator && (
            <small className="quiet">
              {' '}
              {t('sides.missed')} {link('missed', denominator - numerator)}
            </small>
          )}
        </span>
      </p>
      <p className="figure-formula">
        {termsWords(t, formula.numerator, formula.seconds)} ÷{' '}
        {termsWords(t, formula.denominator, formula.seconds)}
      </p>
      {beside.length > 0 && (
        <p className="figure-beside">
          {t('beside')}{' '}
          {beside.map(({ column, count }) => (
            <span key={column}>
              {t(`columns.${column}`)} {link('beside', count, column)}
            </span>
          ))}
        </p>
      )}
      <Forms figure={figure} />
    </section>
  );
}
