import type { TicketRow } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CardMark } from '../../parts';

interface TaskRowProps {
  row: TicketRow;
  chosen: boolean;
  onChoose: (id: string) => void;
}

/** One worker to call back, or a ticket that only has to be closed. */
export function TaskRow({ row, chosen, onChoose }: TaskRowProps) {
  const t = useTexts('call-backs');
  return (
    <li>
      <button
        type="button"
        id={`task-${row.id}`}
        className={`queue-row${chosen ? ' is-chosen' : ''}`}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => onChoose(row.id)}
      >
        <span className="queue-title cut">{row.title}</span>
        <CardMark card={row.card} remaining={row.remaining} dueAt={row.nextDueAt} />
        <span className="queue-why cut">
          {row.turn?.expected === 'close' && <span className="tag tag-accent">{t('toClose')}</span>}
          {row.redo && <span className="tag">{t('redone')}</span>}
          {row.no} · {row.accountable?.name}
        </span>
      </button>
    </li>
  );
}
