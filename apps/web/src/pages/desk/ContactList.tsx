import { Dropdown } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { Channel } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { ContactTab } from './ContactTab';
import { desk, mostContacts, type DeskState } from './desk-store';
import { TodayFigures } from './TodayFigures';

const channels: Channel[] = ['call', 'letter', 'station', 'petition', 'web', 'app'];

interface Props {
  state: DeskState;
  begin: (channel: Channel) => void;
}

function NewContact({ full, begin }: { full: boolean; begin: Props['begin'] }): ReactElement {
  const t = useTexts('desk');
  const items = channels.map((channel) => ({
    key: channel,
    label: t(`channel.${channel}`),
    onClick: () => begin(channel),
  }));
  return (
    <span className="new-contact">
      <button
        type="button"
        className="top-button"
        disabled={full}
        title={full ? t('full') : t('newCall')}
        aria-label={t('newCall')}
        onClick={() => begin('call')}
      >
        <Icon name="plus" />
      </button>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight" disabled={full}>
        <button
          type="button"
          className="top-button new-other"
          aria-label={t('newOther')}
          title={t('newOther')}
        >
          <Icon name="chevron-down" size={14} />
        </button>
      </Dropdown>
    </span>
  );
}

/** My contacts, one tab each; ↑ ↓ move between them, and the open one stays in view. */
export function ContactList({ state, begin }: Props): ReactElement {
  const t = useTexts('desk');
  const list = useRef<HTMLDivElement>(null);
  const { contacts, activeId } = state;
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId]);
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = contacts.findIndex((contact) => contact.id === activeId);
    const next = contacts[(at + step + contacts.length) % contacts.length];
    if (!next) return;
    desk.activate(next.id);
    requestAnimationFrame(() => document.getElementById(`tab-${next.id}`)?.focus());
  };
  return (
    <aside className="contacts" data-region aria-label={t('mine')}>
      <header>
        <h2>{t('mine')}</h2>
        <span className="quiet">
          {contacts.length} / {mostContacts}
        </span>
        <NewContact full={contacts.length >= mostContacts} begin={begin} />
      </header>
      <div
        className="contact-tabs"
        role="tablist"
        aria-orientation="vertical"
        aria-label={t('mine')}
        ref={list}
        onKeyDown={press}
      >
        {contacts.map((contact) => (
          <ContactTab
            key={contact.id}
            contact={contact}
            active={contact.id === activeId}
            open={() => desk.activate(contact.id)}
          />
        ))}
      </div>
      <TodayFigures />
    </aside>
  );
}
