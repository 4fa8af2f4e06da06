import { Link } from 'react-router';
import type { DutyView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CardMark, momentText } from '../../parts';

/** One duty: what kind, about which ticket, for which unit, by when. */
export function DutyRow({ duty, id, chosen }: { duty: DutyView; id: string; chosen: boolean }) {
  const t = useTexts('duties');
  return (
    <li id={id} className={`owed duty${chosen ? ' is-chosen' : ''}`} aria-current={chosen || undefined}>
      <Link to={`/tickets/${duty.ticket.id}`}>
        <span className="duty-kind">
          <span className="tag">{t(duty.isRight ? 'right' : `kinds.${duty.kind}`)}</span>
        </span>
        <span className="duty-what">
          <strong>{duty.ticket.title}</strong>
          <small className="quiet">
            {duty.ticket.no} · {duty.unit.name} · {t('since', { time: momentText(duty.startedAt) })}
          </small>
        </span>
        <span className="duty-due">
          <CardMark card={duty.card} remaining={duty.remaining} dueAt={duty.dueAt} />
          <small className="quiet">
            {t(duty.isRight ? 'lapses' : 'due', { time: momentText(duty.dueAt) })}
          </small>
        </span>
      </Link>
    </li>
  );
}
