import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { countText, rateText } from './figures/rate';

/** Published reports whose parts are known: the same fraction must give the same rate. Two decimals, as they were published. */
const EXAMPLES = [
  { key: 'due', numerator: 22_345, denominator: 24_932, published: '89.62%' },
  { key: 'solved', numerator: 3_112, denominator: 3_456, published: '90.05%' },
] as const;

export function CheckExamples(): ReactElement {
  const t = useTexts('board');
  const rows = EXAMPLES.map((example) => ({
    ...example,
    ours: rateText(example.numerator, example.denominator, 2),
  }));
  const agrees = rows.every((row) => row.ours === row.published);
  return (
    <section className="check-examples">
      <h3>
        {t('drawer.check')}
        <span className={`target-tag ${agrees ? 'is-met' : 'is-missed'}`}>
          <Icon name={agrees ? 'check' : 'alert'} size={14} />{' '}
          {t(agrees ? 'drawer.agrees' : 'drawer.differs')}
        </span>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('drawer.source')}</th>
            <th scope="col">{t('drawer.denominator')}</th>
            <th scope="col">{t('drawer.numerator')}</th>
            <th scope="col">{t('drawer.published')}</th>
            <th scope="col">{t('drawer.ours')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{t(`drawer.checks.${row.key}`)}</th>
              <td>{countText(row.denominator)}</td>
              <td>{countText(row.numerator)}</td>
              <td>{row.published}</td>
              <td>{row.ours}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
