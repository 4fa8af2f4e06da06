import { Link } from 'react-router';
import type { TicketRow } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CardMark, Icon } from '../../parts';
import { useStepWords } from '../../verbs';

interface PhoneCardProps {
  row: TicketRow;
  chosen: boolean;
  onChoose: (id: string) => void;
}

/** One ticket as a card: which step, how long is left, what it is about. */
export function PhoneCard({ row, chosen, onChoose }: PhoneCardProps) {
  const t = useTexts('phone');
  const inbox = useTexts('inbox');
  const words = useStepWords();
  const people = (row.people ?? 0) > 1 ? inbox('people', { count: row.people }) : null;
  return (
    <li className={`phone-card${chosen ? ' is-chosen' : ''}`}>
      <button
        type="button"
        className="phone-card-choose"
        aria-pressed={chosen}
        aria-label={t('chosen', { title: row.title })}
        onClick={() => onChoose(row.id)}
      />
      <div className="phone-card-top">
        <CardMark card={row.card} remaining={row.remaining} dueAt={row.nextDueAt} />
        {row.nextBeside && (
          <span className="tag">{inbox('dueFirst', { clock: inbox(`clock.${row.nextBeside}`) })}</span>
        )}
        {row.urgency === 'urgent' && <span className="tag tag-bad">{inbox('urgent')}</span>}
        {row.redo && <span className="tag">{inbox('redo')}</span>}
        <span className="phone-card-step">{words.turn(row)}</span>
      </div>
      <Link className="phone-card-title" to={`/tickets/${row.id}`}>
        {row.title}
      </Link>
      <p className="phone-card-meta">{[row.employer, people].filter(Boolean).join(' · ') || row.no}</p>
      {chosen && (
        <Link className="phone-card-open" to={`/tickets/${row.id}`}>
          {t('open')} <Icon name="chevron-right" size={14} />
        </Link>
      )}
    </li>
  );
}
