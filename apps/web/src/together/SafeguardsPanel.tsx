import type { ReactElement } from 'react';
import type { TicketView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { momentText } from '../parts';

/** What the worker said about being known to the employer's union, and who is withdrawn from the case. */
export function SafeguardsPanel({ ticket }: { ticket: TicketView }): ReactElement | null {
  const t = useTexts('together');
  const { identityConsent: consent, recusals, recused, recusalSuggested } = ticket.together;
  const silent = !consent && recusals.length === 0 && !recused && !recusalSuggested;
  if (silent) return null;
  return (
    <section className="panel" aria-labelledby="safeguards">
      <h2 id="safeguards">{t('safeguards')}</h2>
      {recused && <p className="note is-warn">{t('recused')}</p>}
      {recusalSuggested && <p className="note is-warn">{t('suggested')}</p>}
      {consent && (
        <article className="part">
          <strong>{t(consent.agreed ? 'consentYes' : 'consentNo')}</strong>
          <p className="part-line">
            {t('consentBy', {
              unit: consent.unit.name,
              name: consent.by,
              time: momentText(consent.at),
              means: t(`meansOf.${consent.means}`),
            })}
          </p>
          {consent.note && <p className="part-said">{consent.note}</p>}
        </article>
      )}
      {recusals.map((one) => (
        <article key={one.id} className="part">
          <div className="part-name">
            {one.unit?.name ?? one.who}
            <span className="tag">{t('recusals')}</span>
          </div>
          <p className="part-said">{one.reason}</p>
          <p className="part-line">
            {t(one.ordered ? 'recusedBy.ordered' : 'recusedBy.self', { name: one.by })} · {momentText(one.at)}
          </p>
        </article>
      ))}
    </section>
  );
}
