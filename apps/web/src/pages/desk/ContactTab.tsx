import type { ReactElement } from 'react';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { Icon, SaveState, type IconName } from '../../parts';
import { CallTimer } from './CallTimer';
import { phaseOf, shownNumber, type CallPhase } from './contact-form';
import type { DeskContact } from './desk-store';

const icons: Record<CallPhase, IconName> = {
  ringing: 'phone',
  talking: 'phone',
  after: 'phone',
  missed: 'undo',
  written: 'globe',
};

interface Props {
  contact: DeskContact;
  active: boolean;
  open: () => void;
}

/** One contact in the left column: who, about what, and whether it is saved. */
export function ContactTab({ contact, active, open }: Props): ReactElement {
  const t = useTexts('desk');
  const term = useTerm();
  const { form } = contact;
  const phase = phaseOf(form);
  const about = [
    term('items', form.item && `${form.field}/${form.item}`) || term('fields', form.field),
    form.employer.trim(),
  ]
    .filter(Boolean)
    .join(' · ');
  const name =
    form.channel === 'call'
      ? shownNumber(form) || t(form.callId ? 'withheld' : 'noNumber')
      : t(`channel.${form.channel}`);
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${contact.id}`}
      className="contact-tab"
      aria-selected={active}
      aria-controls="desk-form"
      tabIndex={active ? 0 : -1}
      onClick={open}
    >
      <span className="tab-head">
        <Icon name={icons[phase]} />
        <strong>{name}</strong>
        <span className={`tab-tail tail-${phase}`}>
          {phase === 'talking' && form.answeredAt && <CallTimer since={form.answeredAt} />}
          {phase !== 'talking' && phase !== 'written' && t(`tail.${phase}`)}
        </span>
      </span>
      <span className="tab-about cut">{form.title || about || form.text.trim() || t('unfilled')}</span>
      <SaveState status={contact.status} />
    </button>
  );
}
