import { Suspense, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { DeskLegal } from '../../legal';
import { ErrorState, Skeletons } from '../../parts';
import { CallerHead } from './CallerHead';
import { EarlierContacts, OpenTickets, SameEmployer } from './CallerHistory';
import type { ContactForm } from './contact-form';
import type { DeskContact } from './desk-store';
import { useCaller } from './useCaller';

interface Props {
  contact: DeskContact;
  fill: (change: Partial<ContactForm>) => void;
}

/** Who is calling: name and phone to note down, and what the hotline already knows. */
export function CallerColumn({ contact, fill }: Props): ReactElement {
  const t = useTexts('desk');
  const caller = useCaller(contact);
  const view = caller.asked ? caller.data : undefined;
  return (
    <aside className="caller" data-region tabIndex={0} aria-label={t('callerRegion')}>
      <CallerHead contact={contact} fill={fill} view={view} />
      {view?.sameEmployer && view.sameEmployer.total > 1 && <SameEmployer same={view.sameEmployer} />}
      {!caller.asked && <p className="caller-note">{t('callerEmpty')}</p>}
      {caller.asked && caller.isPending && <Skeletons rows={4} height={32} />}
      {caller.isError && !view && (
        <ErrorState small error={caller.error} onRetry={() => void caller.refetch()} />
      )}
      {view && <OpenTickets rows={view.openTickets} />}
      {view && <EarlierContacts contacts={view.contacts} />}
      <Suspense fallback={null}>
        <DeskLegal facts={contact.form.legal} open={contact.form.legalOpen} change={fill} />
      </Suspense>
    </aside>
  );
}
