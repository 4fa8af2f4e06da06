import { useState } from 'react';
import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Chain } from './Chain';
import { EventList } from './EventList';

/** The chain and the record behind it. */
export function LeftColumn({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const [tab, setTab] = useState<'chain' | 'events'>('chain');
  return (
    <section className="ticket-left" data-region tabIndex={0} aria-label={t('chain')}>
      <div className="left-tabs" role="tablist">
        {(['chain', 'events'] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`left-${name}`}
            aria-selected={tab === name}
            aria-controls="left-panel"
            onClick={() => setTab(name)}
          >
            {t(name)}
          </button>
        ))}
        <small>{t(`${tab}Note`)}</small>
      </div>
      <div role="tabpanel" id="left-panel" aria-labelledby={`left-${tab}`}>
        {tab === 'chain' ? (
          <Chain ticket={ticket} />
        ) : (
          <EventList ticketId={ticket.id} version={ticket.version} />
        )}
      </div>
    </section>
  );
}
