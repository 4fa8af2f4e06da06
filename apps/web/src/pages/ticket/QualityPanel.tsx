import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { TimeText } from '../../parts';
import { hasEnded } from './ended';

/** How the work was judged, by somebody who had no part in it; shown once there can be a check. */
export function QualityPanel({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const judged = hasEnded(ticket) || ticket.state === 'call-back';
  const { data = [] } = useQuery({
    queryKey: ['ticket', ticket.id, 'quality', ticket.version],
    queryFn: ({ signal }) => get(`/tickets/${ticket.id}/quality-checks`, undefined, signal),
    enabled: judged,
  });
  if (data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="quality">
      <h2 id="quality">
        {t('quality.title')} <small>{data.length}</small>
      </h2>
      {data.map((check) => (
        <article key={check.id} className="request">
          <header>
            <strong>{check.total}</strong>
            <span className={`tag ${check.verdict === 'fail' ? 'tag-bad' : 'tag-accent'}`}>
              {t(`quality.${check.verdict}`)}
            </span>
            <TimeText at={check.at} />
          </header>
          <p className="quiet">
            {check.unit.name} · {check.by}
          </p>
          {check.remark && <p>{check.remark}</p>}
        </article>
      ))}
    </section>
  );
}
