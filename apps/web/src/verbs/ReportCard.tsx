import type { ReportView, TicketView } from '../api/contract';
import { useTerm } from '../api/vocabulary';
import { registerTexts, useTexts } from '../app/i18n';
import { AttachmentLink } from './AttachmentList';
import { momentText } from '../parts';

registerTexts('report-card', {
  zh: {
    amount: '挽回金额',
    yuan: '{{amount}} 元',
    people: '惠及',
    persons: '{{people}} 人',
    proof: '联系证明',
    accept: '审核通过',
    redo: '退回重办',
  },
  en: {
    amount: 'Recovered',
    yuan: '{{amount}} yuan',
    people: 'People helped',
    persons: '{{people}}',
    proof: 'Proof of contact',
    accept: 'accepted',
    redo: 'sent back',
  },
});

/** Yuan with thousands separators and two decimals; the server sends a decimal string so that no cent is lost. */
export function yuan(amount: string): string {
  const [whole = '0', cents = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents.padEnd(2, '0')}`;
}

/** One report as it was sent, with the word of every level that reviewed it. */
export function ReportCard({ report, ticket }: { report: ReportView; ticket: TicketView }) {
  const t = useTexts('report-card');
  const v = useTexts('verbs');
  const term = useTerm();
  const contact = ticket.workerContacts.find((one) => one.id === report.proof.contactId);
  const files = ticket.attachments.filter((file) => report.proof.attachmentIds.includes(file.id));
  return (
    <article className="report-card field-wide">
      <header>
        <strong>{term('outcomes', report.outcome)}</strong>
        <span>
          {report.unit.name} · {report.by} · {momentText(report.at)}
        </span>
      </header>
      <p className="long-text">{report.narrative}</p>
      <dl className="facts">
        {report.amountRecovered !== null && (
          <div>
            <dt>{t('amount')}</dt>
            <dd>{t('yuan', { amount: yuan(report.amountRecovered) })}</dd>
          </div>
        )}
        {report.peopleHelped !== null && (
          <div>
            <dt>{t('people')}</dt>
            <dd>{t('persons', { people: report.peopleHelped })}</dd>
          </div>
        )}
        {contact && (
          <div>
            <dt>{t('proof')}</dt>
            <dd>
              {v(`means.${contact.means}`)} {momentText(contact.at)}
            </dd>
          </div>
        )}
      </dl>
      {files.map((file) => (
        <AttachmentLink key={file.id} file={file} />
      ))}
      {report.reviews.map((review) => (
        <p key={`${review.unit.id}-${review.at}`} className={`review-line is-${review.decision}`}>
          <strong>
            {review.unit.name} {t(review.decision)}
          </strong>
          <span>
            {review.by} · {momentText(review.at)}
          </span>
          {review.reason !== null && <q>{review.reason}</q>}
        </p>
      ))}
    </article>
  );
}
