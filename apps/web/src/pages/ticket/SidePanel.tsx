import { Suspense } from 'react';
import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { LegalPanel, PetitionPanel } from '../../legal';
import { NotesPanel, OrdersPanel } from '../../supervision';
import { PartsPanel, SafeguardsPanel } from '../../together';
import { AttachmentLink } from '../../verbs';
import { ContactPanel } from './ContactPanel';
import { GroupPanel } from './GroupPanel';
import { QualityPanel } from './QualityPanel';
import { RequestsPanel } from './RequestsPanel';

/** Requests and rulings, contacts with the worker, files. */
export function SidePanel({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  return (
    <>
      <OrdersPanel ticket={ticket} />
      <PartsPanel ticket={ticket} />
      <SafeguardsPanel ticket={ticket} />
      <RequestsPanel ticket={ticket} />
      <GroupPanel ticket={ticket} />
      <Suspense fallback={null}>
        <PetitionPanel ticket={ticket} />
        <LegalPanel key={ticket.id} ticketId={ticket.id} />
      </Suspense>
      <QualityPanel ticket={ticket} />
      <NotesPanel key={`notes ${ticket.id}`} ticketId={ticket.id} />
      <ContactPanel ticket={ticket} />
      <section className="panel" aria-labelledby="files">
        <h2 id="files">
          {t('files')} <small>{ticket.attachments.length}</small>
        </h2>
        {ticket.attachments.length === 0 && <p className="quiet">{t('noFiles')}</p>}
        {ticket.attachments.map((file) => (
          <AttachmentLink key={file.id} file={file} />
        ))}
      </section>
    </>
  );
}
