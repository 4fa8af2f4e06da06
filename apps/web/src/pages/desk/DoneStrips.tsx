import { Button } from 'antd';
import { useEffect, type ReactElement } from 'react';
import type { ContactView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { shownNumber } from './contact-form';
import { desk, type DeskContact, type Finished } from './desk-store';
import { SentTicket } from './SentTicket';
import { deleteDraft } from './submit';

const shown = { ticket: 75_000, contact: 8000, discarded: 10_000 }; // ms

function useLeave(at: number, ms: number | null, leave: () => void): void {
  useEffect(() => {
    if (ms === null) return undefined;
    const timer = setTimeout(leave, Math.max(0, at + ms - Date.now()));
    return () => clearTimeout(timer);
    // Set once for each strip.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at, ms]);
}

function ClosedContact({ contact, at }: { contact: ContactView; at: number }): ReactElement {
  const t = useTexts('desk');
  useLeave(at, shown.contact, () => desk.dismiss(contact.id));
  return (
    <div className="done done-sent" role="status">
      <Icon name="check" />
      <div className="done-words">{t('closedAs', { no: contact.no })}</div>
    </div>
  );
}

function Discarded({ contact, at }: { contact: DeskContact; at: number }): ReactElement {
  const t = useTexts('desk');
  useLeave(at, shown.discarded, () => {
    desk.dismiss(contact.id);
    void deleteDraft(contact);
  });
  const restore = (): void => {
    desk.dismiss(contact.id);
    desk.restore(contact);
    void deleteDraft(contact);
  };
  return (
    <div className="done done-back" role="status">
      <Icon name="trash" />
      <div className="done-words">{t('discarded', { number: shownNumber(contact.form) })}</div>
      <Button size="small" onClick={restore}>
        {t('undo')}
      </Button>
    </div>
  );
}

function Dispatched({
  sent,
  first,
}: {
  sent: Extract<Finished, { kind: 'ticket' }>;
  first: boolean;
}): ReactElement {
  // An urgent one stays until it is put away: its receipts come in here.
  useLeave(sent.at, sent.ticket.urgency === 'urgent' ? null : shown.ticket, () => desk.dismiss(sent.id));
  return <SentTicket sent={sent} first={first} dismiss={() => desk.dismiss(sent.id)} />;
}

/** What was handed in a moment ago; it stays while it can be undone and never covers the form. */
export function DoneStrips({ finished }: { finished: readonly Finished[] }): ReactElement | null {
  if (finished.length === 0) return null;
  const newest = finished.find((one) => one.kind === 'ticket')?.id;
  return (
    <div className="done-strips">
      {finished.map((one) => {
        if (one.kind === 'ticket') return <Dispatched key={one.id} sent={one} first={one.id === newest} />;
        if (one.kind === 'contact') return <ClosedContact key={one.id} contact={one.contact} at={one.at} />;
        return <Discarded key={one.id} contact={one.contact} at={one.at} />;
      })}
    </div>
  );
}
