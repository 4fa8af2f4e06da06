import type { TicketView } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';

/** What to say, in the order of the form beside it. Nothing in it suggests an answer. */
export function Script({ ticket }: { ticket: TicketView }) {
  const t = useTexts('call-backs');
  const term = useTerm();
  const report = ticket.reports.at(-1);
  const values = {
    title: ticket.title,
    unit: report?.unit.name ?? ticket.accountable?.name ?? '',
    outcome: term('outcomes', report?.outcome),
  };
  const lines = ['greet', ...(report ? ['result'] : []), 'solved', 'handling', 'call', 'thanks'];
  return (
    <section className="panel script" aria-labelledby="script">
      <h2 id="script">{t('script')}</h2>
      <ol>
        {lines.map((line) => (
          <li key={line}>{t(`lines.${line}`, values)}</li>
        ))}
      </ol>
      <p className="script-note">{t('scriptNote')}</p>
    </section>
  );
}
