import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { serverTime } from '../../api/server-clock';
import { useCan } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { CallNumber } from '../../calls/CallNumber';
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

/** 话务评价: the key the caller pressed after the talk. */
function CallRating({ contact, fill }: Props): ReactElement {
  const t = useTexts('desk');
  return (
    <Select<Rating>
      className="call-rating"
      aria-label={t('rating')}
      placeholder={t('rating')}
      value={contact.form.callRating ?? null}
      allowClear
      options={ratings.map((value) => ({ value, label: t(`ratings.${value}`) }))}
      onChange={(callRating) => fill({ callRating: callRating ?? null })}
    />
  );
}

/** Of a call that is logged by hand; a call of the line is steered at its telephone. */
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
  return phase === 'after' ? <CallRating contact={contact} fill={fill} /> : null;
}

/** ↵ in the number: the call is answered, its time runs, and the form is next. */
export function answerCall(contact: DeskContact, fill: Props['fill']): void {
  if (phaseOf(contact.form) === 'ringing' && !contact.form.callId) fill({ answeredAt: serverTime() });
  focusDesk('kind');
}

/** Where the caller is thought to be, or what is wrong with the number. */
function CallPlace({ contact }: Pick<Props, 'contact'>): ReactElement {
  const t = useTexts('desk');
  const { form, problems } = contact;
  const place = form.places.caller;
  const hint = phaseOf(form) === 'ringing' && !form.callId ? t('noneHint') : '';
  return (
    <span className="call-place">
      {form.callId && !problems['number'] && <span>{t('fromLine')}</span>}
      {problems['number'] ?? place?.name ?? hint}
      {place?.guessed && !problems['number'] && <span className="guess">{t('guessed')}</span>}
    </span>
  );
}

function NumberField({ contact, fill }: Props): ReactElement {
  const t = useTexts('desk');
  const { form, problems } = contact;
  return (
    <input
      id="desk-number"
      inputMode="tel"
      autoComplete="off"
      aria-label={t('number')}
      aria-invalid={Boolean(problems['number'])}
      placeholder={t(form.callId ? 'withheld' : 'number')}
      maxLength={24}
      value={form.number}
      onChange={(event) => fill({ number: event.target.value })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.metaKey && !event.ctrlKey)
          answerCall(contact, fill);
      }}
    />
  );
}

/** The call of the open contact: its time, its number and its guessed place, and what can be done with the line. */
export function CallBar({ contact, fill }: Props): ReactElement {
  const { form } = contact;
  const reveals = useCan('identity.reveal');
  return (
    <TopBar>
      <div className="call-bar">
        {!form.callId && <CallPill form={form} />}
        <div className="call-number">
          {form.numberMasked ? (
            <span className="call-masked">
              <CallNumber callId={form.callId} masked={form.numberMasked} revealable={reveals} />
            </span>
          ) : (
            <NumberField contact={contact} fill={fill} />
          )}
          <CallPlace contact={contact} />
        </div>
        {form.callId ? (
          phaseOf(form) === 'after' && <CallRating contact={contact} fill={fill} />
        ) : (
          <>
            <span className="call-line" aria-hidden />
            <CallVerbs contact={contact} fill={fill} />
          </>
        )}
      </div>
    </TopBar>
  );
}
