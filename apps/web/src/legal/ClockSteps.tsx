import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import type { LegalClock } from './facts';

const ACTS = ['claim', 'complaint', 'promise'];

/** The arithmetic line by line, then the articles with their version. */
export function ClockSteps({ clock }: { clock: LegalClock }): ReactElement {
  const t = useTexts('legal');
  const about = (name: string | null): string => {
    if (name === null) return '';
    return ACTS.includes(name) ? t(`act.${name}`) : t(`fact.${name}`);
  };
  return (
    <div className="legal-steps">
      {clock.steps.length > 0 && (
        <ol>
          {clock.steps.map((step, index) => (
            <li key={`${step.step}-${index}`}>
              {t(`step.${step.step}`, {
                on: step.on,
                to: step.to,
                amount: step.amount,
                fact: about(step.about),
                about: about(step.about),
                span: step.unit ? t(`span.${step.unit}`, { amount: step.amount }) : '',
              })}
            </li>
          ))}
        </ol>
      )}
      {clock.articles.map((article) => (
        <blockquote key={article.law + article.article}>
          <p>
            <strong>
              《{article.law}》{article.article}
            </strong>{' '}
            <small>
              {article.version ? t('article.version', { date: article.version }) : t('article.named')}
            </small>
          </p>
          {article.quote && <p>{article.quote}</p>}
        </blockquote>
      ))}
    </div>
  );
}
