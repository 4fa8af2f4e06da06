import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useIsTight } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { useOnline } from '../../app/online';
import { EmptyState, ErrorState, Icon, Kbd, Sheet, Skeletons } from '../../parts';
import { PresenceBar } from '../../calls/PresenceBar';
import { QueueNow } from '../../calls/QueueNow';
import { usePresence } from '../../calls/usePresence';
import { CallBar } from './CallBar';
import { CallerColumn } from './CallerColumn';
import { ContactList } from './ContactList';
import type { ContactForm } from './contact-form';
import { ContactWork } from './ContactWork';
import './desk.css';
import { desk, type DeskContact } from './desk-store';
import { DoneStrips } from './DoneStrips';
import './texts';
import { useActs } from './useActs';
import { useGuess } from './useCaller';
import { useDesk, useDeskStart } from './useDesk';
import { useDeskCommands } from './useDeskCommands';

type Acting = ReturnType<typeof useActs>;

function OpenContact({
  contact,
  acting,
  offline,
}: {
  contact: DeskContact;
  acting: Acting;
  offline: boolean;
}): ReactElement {
  const t = useTexts('desk');
  const tight = useIsTight();
  const guess = useGuess(contact);
  const fill = (change: Partial<ContactForm>): void => desk.fill(contact.id, change);
  const { acts, answering, stopAnswering, panel, closePanel } = acting;
  const caller = <CallerColumn contact={contact} fill={fill} />;
  return (
    <>
      <CallBar contact={contact} fill={fill} />
      <ContactWork
        contact={contact}
        fill={fill}
        offline={offline}
        candidates={guess?.candidates ?? []}
        answering={answering}
        stopAnswering={stopAnswering}
        acts={acts}
      />
      {tight ? (
        <Sheet open={panel} onClose={closePanel} title={t('caller')} size={368} className="caller-drawer">
          {caller}
        </Sheet>
      ) : (
        caller
      )}
    </>
  );
}

/** 坐席工作台: my contacts on the left, the open one in the middle, its caller on the right. */
export default function DeskPage(): ReactElement {
  const t = useTexts('desk');
  const state = useDesk();
  const drafts = useDeskStart();
  const online = useOnline();
  const contact = state.contacts.find((one) => one.id === state.activeId);
  const unsent = contact?.status.phase === 'retrying' && contact.status.offline;
  const offline = !online || unsent === true;
  const acting = useActs(state, offline);
  useDeskCommands(state, acting.acts);
  const { data: presence } = usePresence();
  const nothing = !presence?.telephone ? 'none' : presence.signedIn ? 'noneReady' : 'noneAway';
  return (
    <div className="desk">
      <h1 className="visually-hidden">{t('page')}</h1>
      <PresenceBar activeCall={contact?.form.callId ?? null} />
      <QueueNow />
      <ContactList state={state} begin={acting.acts.begin} />
      <DoneStrips finished={state.finished} />
      {contact && <OpenContact key={contact.id} contact={contact} acting={acting} offline={offline} />}
      {!contact && drafts.isPending && <Skeletons rows={7} height={48} />}
      {!contact && !drafts.isPending && (
        <section className="work work-empty">
          {drafts.isError && <ErrorState error={drafts.error} onRetry={() => void drafts.refetch()} />}
          <EmptyState icon="headset" title={t(drafts.isError ? 'draftsFailed' : nothing)}>
            <Button type="primary" onClick={() => acting.acts.begin('call')}>
              <Icon name="plus" />
              {t('newCall')}
              <Kbd keys="alt+n" />
            </Button>
          </EmptyState>
        </section>
      )}
    </div>
  );
}
