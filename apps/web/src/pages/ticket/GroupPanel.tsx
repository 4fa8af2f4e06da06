import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { get } from '../../api/client';
import type { TicketGroup, TicketView } from '../../api/contract';
import { keys } from '../../api/queries';
import { useTexts } from '../../app/i18n';
import { momentText } from '../../parts';
import { useStepWords } from '../../verbs';
import { hasEnded } from './ended';

type Member = TicketGroup['members'][number];

function MemberLine({ member, own }: { member: Member; own: boolean }) {
  const t = useTexts('ticket');
  const words = useStepWords();
  const { ticket, master, followedAt, unlinkedAt } = member;
  const note = unlinkedAt
    ? t('group.unlinked')
    : followedAt
      ? t('group.followed', { time: momentText(followedAt) })
      : words.state(ticket);
  return (
    <li className={unlinkedAt ? 'is-past' : ''}>
      {master && <span className="tag tag-accent">{t('group.master')}</span>}
      {own ? <strong>{t('group.own')}</strong> : <Link to={`/tickets/${ticket.id}`}>{ticket.no}</Link>}
      <span className="cut" title={ticket.title}>
        {ticket.title}
      </span>
      <small className="quiet">{note}</small>
    </li>
  );
}

/** Tickets of the same cause: the master, those that follow it, and what was unlinked; each keeps its own caller. */
export function GroupPanel({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const { data } = useQuery({
    queryKey: [...keys.ticketGroup(ticket.id), ticket.version],
    queryFn: ({ signal }) => get(`/tickets/${ticket.id}/group`, undefined, signal),
  });
  const { state } = useLocation() as { state: unknown };
  const { group, members = [], suggestions = [] } = data ?? {};
  return (
    <section className="panel" aria-labelledby="group">
      <h2 id="group">
        {t('group.title')}{' '}
        {group && <small>{t('group.size', { members: group.members, people: group.people })}</small>}
      </h2>
      {group && (
        <p className="quiet">
          {t(`group.${group.kind}`)}
          {group.kind === 'mass' && group.employer ? ` · ${group.employer}` : ''}
        </p>
      )}
      {members.length > 0 && (
        <ul className="group-list">
          {members.map((member) => (
            <MemberLine
              key={`${member.ticket.id}-${member.linkedAt}`}
              member={member}
              own={member.ticket.id === ticket.id}
            />
          ))}
        </ul>
      )}
      {!group && (suggestions.length === 0 || hasEnded(ticket)) && <p className="quiet">{t('group.none')}</p>}
      {!group && suggestions.length > 0 && !hasEnded(ticket) && (
        <p className="quiet">
          {t('group.alike', { count: suggestions.length })}{' '}
          {ticket.verbs.includes('link-to-group') && (
            <Link to="?do=link-to-group" replace state={state}>
              {t('group.look')}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
