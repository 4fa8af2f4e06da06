import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { serverTime } from '../../api/server-clock';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { Icon } from '../../parts';
import { CallTimer } from './CallTimer';
import { phaseOf, type ContactForm } from './contact-form';
import type { DeskContact } from './desk-store';
import { focusDesk } from './focus';
import { closeContact } from './submit';

interface Props {
  contact: DeskContact;
  fill: (change: Partial<ContactForm>) => void;
}

const ratings = ['satisfied', 'neutral', 'dissatisfied', 'not-rated'] as const;
type Rating = (typeof ratings)[number];

function CallPill({ form }: { form: ContactForm }): ReactElement {
  const t = useTexts('desk');
  const phase = phaseOf(form);
  const since = form.answeredAt ?? form.startedAt;
  return (
    <span className={`call-pill call-${phase}`}>
      {phase === 'written' ? <Icon name="globe" /> : <span className="dot" aria-hidden />}
      <span>{phase === 'written' ? t(`channel.${form.channel}`) : t(`phase.${phase}`)}</span>
      {phase !== 'written' && <CallTimer since={since} until={form.endedAt} />}
    </span>
  );
}

function CallVerbs({ contact, fill }: Props): ReactElement | null {
  const t = useTexts('desk');
  const { form, id } = contact;
  const phase = phaseOf(form);
  if (phase === 'ringing') {
    return (
      <>
        <Button icon={<Icon name="phone" />} onClick={() => answerCall(contact, fill)}>
          {t('answerCall')}
        </Button>
        <Button type="text" onClick={() => void closeContact(id, 'abandoned')}>
          {t('missedCall')}
        </Button>
      </>
    );
  }
  if (phase === 'talking') {
    return (
      <Button
        danger
        aria-label={t('endCall')}
        icon={<Icon name="phone-down" />}
        onClick={() => fill({ endedAt: serverTime() })}
      >
        <span className="call-word">{t('endCall')}</span>
      </Button>
    );
  }
  if (phase !== 'after') return null;
  return (
    <Select<Rating>
      className="call-rating"
      aria-label={t('rating')}
      placeholder={t('rating')}
      value={form.callRating ?? null}
      allowClear
      options={ratings.map((value) => ({ value, label: t(`ratings.${value}`) }))}
      onChange={(callRating) => fill({ callRating: callRating ?? null })}
    />
  );
}

/** ↵ in the number: the call is answered, its time runs, and the form is next. */
export function answerCall(contact: DeskContact, fill: Props['fill']): void {
  if (phaseOf(contact.form) === 'ringing') fill({ answeredAt: serverTime() });
  focusDesk('kind');
}

/** The call of the open contact: its time, its number and its guessed place, and what can be done with the line. */
export function CallBar({ contact, fill }: Props): ReactElement {
  const t = useTexts('desk');
  const { form, problems } = contact;
  const place = form.places.caller;
  return (
    <TopBar>
      <div className="call-bar">
        <CallPill form={form} />
        <div className="call-number">
          <input
            id="desk-number"
            inputMode="tel"
            autoComplete="off"
            aria-label={t('number')}
            aria-invalid={Boolean(problems['number'])}
            placeholder={t('number')}
            maxLength={24}
            value={form.number}
            onChange={(event) => fill({ number: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.metaKey && !event.ctrlKey)
                answerCall(contact, fill);
            }}
          />
          <span className="call-place">
            {problems['number'] ?? place?.name ?? (phaseOf(form) === 'ringing' ? t('noneHint') : '')}
            {place?.guessed && !problems['number'] && <span className="guess">{t('guessed')}</span>}
          </span>
        </div>
        <span className="call-line" aria-hidden />
        <CallVerbs contact={contact} fill={fill} />
      </div>
    </TopBar>
  );
}
