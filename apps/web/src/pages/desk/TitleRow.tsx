import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import type { LogContactBody } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, minuteText, SaveState } from '../../parts';
import { titleFrom } from './contact-form';
import type { DeskContact } from './desk-store';
import { closeContact, discardContact } from './submit';

const ends: [string, LogContactBody['outcome']][] = [
  ['asAbandoned', 'abandoned'],
  ['asSilent', 'silent'],
  ['asAbusive', 'abusive'],
  ['asTransferred', 'transferred'],
];

interface Props {
  contact: DeskContact;
  fill: (change: { title: string }) => void;
  openCaller: (() => void) | null; // when the caller's panel is a drawer
}

/** The title, written in place; until then the first sentence of the text stands there in grey. */
export function TitleRow({ contact, fill, openCaller }: Props): ReactElement {
  const t = useTexts('desk');
  const { form, id } = contact;
  const call = form.channel === 'call';
  const suggested = titleFrom(form.text);
  const items = [
    ...(call
      ? ends
          .filter(([, outcome]) => !(form.callId && outcome === 'abandoned'))
          .map(([key, outcome]) => ({ key, label: t(key), onClick: () => void closeContact(id, outcome) }))
      : []),
    {
      key: 'discard',
      label: t('discard'),
      danger: true,
      icon: <Icon name="trash" />,
      onClick: () => discardContact(id),
    },
  ];
  return (
    <div className={`title-row${suggested ? ' suggested' : ''}`}>
      {form.urgency === 'urgent' && <span className="tag tag-bad">{t('urgentTag')}</span>}
      <input
        id="desk-title"
        className="title-input"
        aria-label={t('title')}
        value={form.title}
        maxLength={80}
        autoComplete="off"
        placeholder={suggested || t('untitled')}
        onChange={(event) => fill({ title: event.target.value })}
      />
      <span className="title-note">
        {t(`channel.${form.channel}`)} {minuteText(form.startedAt)}
      </span>
      <SaveState status={contact.status} />
      {openCaller && (
        <button type="button" className="link-button title-caller" onClick={openCaller}>
          <Icon name="user" />
          {t('caller')}
        </button>
      )}
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className="top-button" aria-label={t('more')}>
          <Icon name="more" size={20} />
        </button>
      </Dropdown>
    </div>
  );
}
