import type { TicketRow } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { CardMark } from '../../parts';

interface QueueRowProps {
  row: TicketRow;
  chosen: boolean;
  onChoose: (id: string) => void;
}

/** One unclear ticket: what it is about, how long is left to send it, why no rule could. */
export function QueueRow({ row, chosen, onChoose }: QueueRowProps) {
  const t = useTexts('dispatch');
  const term = useTerm();
  const place = row.employer ?? row.accountable?.name;
  return (
    <li>
      <button
        type="button"
        id={`queue-${row.id}`}
        className={`queue-row${chosen ? ' is-chosen' : ''}`}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => onChoose(row.id)}
      >
        <span className="queue-title cut">{row.title}</span>
        <CardMark card={row.card} remaining={row.remaining} dueAt={row.nextDueAt} />
        <span className="queue-why cut">
          {row.urgency === 'urgent' ? (
            <span className="tag tag-bad">{t('urgent')}</span>
          ) : (
            <span className="tag">{term('fields', row.field)}</span>
          )}
          {row.queueReason && t(`reason.${row.queueReason}`)}
          {place && ` · ${place}`}
        </span>
      </button>
    </li>
  );
}
