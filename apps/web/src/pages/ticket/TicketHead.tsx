import type { TicketView } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { momentText, TimeText } from '../../parts';
import { useStepWords } from '../../verbs';
import { Countdown } from './Countdown';

export function HeadTags({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const term = useTerm();
  const words = useStepWords();
  return (
    <>
      <span className="tag tag-accent">{words.state(ticket)}</span>
      {ticket.urgency === 'urgent' && <span className="tag tag-bad">{t('urgent')}</span>}
      {ticket.supervised && <span className="tag tag-bad">{t('supervised')}</span>}
      {ticket.pauses.some((pause) => !pause.endedAt) && <span className="tag">{t('request.pause')}</span>}
      {ticket.redo && <span className="tag">{t('redo')}</span>}
      {(ticket.people ?? 0) > 1 && <span className="tag">{t('people', { count: ticket.people })}</span>}
      {ticket.tags.map((tag) => (
        <span key={tag} className="tag">
          {term('tags', tag)}
        </span>
      ))}
    </>
  );
}

/** What it is, whose it is, how long is left. */
export function TicketHead({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const term = useTerm();
  const first = ticket.clocks.find((clock) => clock.kind === 'promise')?.originalDueAt;
  const field = [term('kinds', ticket.kind), term('fields', ticket.field), term('items', ticket.item)];
  return (
    <div className="ticket-head">
      <div className="ticket-what">
        <div className="ticket-title">
          <h1 title={ticket.title}>{ticket.title}</h1>
          <HeadTags ticket={ticket} />
        </div>
        <dl className="facts">
          {ticket.accountable && (
            <div>
              <dt>{t('accountable')}</dt>
              <dd>
                <strong>{ticket.accountable.name}</strong>
              </dd>
            </div>
          )}
          <div>
            <dt>{t('kind')}</dt>
            <dd>{field.filter(Boolean).join(' / ')}</dd>
          </div>
          <div>
            <dt>{t('difficulty')}</dt>
            <dd>{term('difficulties', ticket.difficulty)}</dd>
          </div>
          <div>
            <dt>{t('opened')}</dt>
            <dd>
              <TimeText at={ticket.openedAt} />
            </dd>
          </div>
          {ticket.dueAt && !ticket.closedAt && (
            <div>
              <dt>{t('promise')}</dt>
              <dd>
                {t('promiseBy', { time: momentText(ticket.dueAt) })}
                {first && first !== ticket.dueAt && (
                  <small className="quiet"> {t('promiseWas', { time: momentText(first) })}</small>
                )}
              </dd>
            </div>
          )}
          {ticket.assignee && (
            <div>
              <dt>{t('assignee')}</dt>
              <dd>{ticket.assignee.displayName}</dd>
            </div>
          )}
        </dl>
      </div>
      <Countdown ticket={ticket} />
    </div>
  );
}
