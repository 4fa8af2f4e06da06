import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import type { components } from '../../api/schema';
import { keys } from '../../api/queries';
import { useTerm } from '../../api/vocabulary';
import { mark, useTexts } from '../../app/i18n';
import { ErrorState, Skeletons, TimeText } from '../../parts';

type TicketEvent = components['schemas']['TicketEventBody'];

/** The facts of an event are ids and codes; those that a reader wants to know have words. */
function useFactWords(): (event: TicketEvent) => string {
  const t = useTexts('ticket');
  const petition = useTexts('petition');
  const legal = useTexts('legal');
  const term = useTerm();
  const orders = useTexts('orders');
  const followed = (records: unknown[], unit: string | undefined) => {
    const names = records.map((name) => t(`followed.${String(name)}`, { defaultValue: '' })).filter(Boolean);
    return names.length > 0 ? t('followed.line', { records: names.join(t('followed.and')), unit }) : '';
  };
  return ({ kind, unit, facts }) => {
    const { outcome, decision, act, doneOn, changed, step, records } = facts;
    const words = [
      typeof outcome === 'string' ? term('outcomes', outcome) : '',
      typeof decision === 'string' ? t(`decision.${decision}`) : '',
      typeof act === 'string' ? petition(`done.${act}`, { defaultValue: '' }) : '',
      typeof doneOn === 'string' ? doneOn : '',
      Array.isArray(changed) ? changed.map((name) => legal(`fact.${String(name)}`)).join(mark('list')) : '',
      kind === 'unit-reorganised' && Array.isArray(records) ? followed(records, unit?.name) : '',
      typeof step === 'string' ? orders(`step.${step}`) : '',
    ];
    return words.filter(Boolean).join(' · ');
  };
}

/** Everything that ever happened to the ticket, newest first. */
export function EventList({ ticketId, version }: { ticketId: string; version: number }) {
  const t = useTexts('ticket');
  const factWords = useFactWords();
  const events = useQuery({
    queryKey: [...keys.ticketEvents(ticketId), version],
    queryFn: ({ signal }) => get(`/tickets/${ticketId}/events`, undefined, signal),
    placeholderData: (old) => old,
  });
  if (events.isPending) return <Skeletons rows={6} height={40} />;
  if (events.isError) return <ErrorState error={events.error} onRetry={() => void events.refetch()} small />;
  return (
    <ol className="events">
      {events.data.toReversed().map((event) => (
        <li key={`${event.seq}-${event.kind}-${event.at}`}>
          <strong>{t(`event.${event.kind}`, { defaultValue: event.kind })}</strong>
          <TimeText at={event.at} />
          <span className="event-who">
            {event.unit?.name} {event.by ?? t('system')}
          </span>
          {factWords(event) !== '' && <span className="event-facts">{factWords(event)}</span>}
        </li>
      ))}
    </ol>
  );
}
