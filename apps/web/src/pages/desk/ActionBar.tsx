import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd } from '../../parts';
import type { DeskContact } from './desk-store';
import { leadsTo } from './submission';

interface Props {
  contact: DeskContact;
  blocked: string | null; // why nothing can be handed in now
  urgent: () => void;
  keep: () => void;
  close: () => void;
  dispatch: () => void;
}

/** Places and keys never move; the kind decides which end is filled. `Tab` meets 派单 first and 紧急 last. */
export function ActionBar({ contact, blocked, urgent, keep, close, dispatch }: Props): ReactElement {
  const t = useTexts('desk');
  const { form, problems, sending } = contact;
  const leads = leadsTo(form);
  const on = form.urgency === 'urgent';
  return (
    <footer className="actions" data-region>
      <p className={`actions-note${blocked ? ' actions-blocked' : ''}`} role="alert" id="desk-blocked">
        {blocked ?? problems['form']}
      </p>
      <Button
        className="act-dispatch"
        size="large"
        type={leads === 'dispatch' ? 'primary' : 'default'}
        disabled={blocked !== null}
        loading={sending}
        aria-describedby="desk-blocked"
        onClick={dispatch}
      >
        {t('dispatch')}
        <Kbd keys="mod+shift+enter" />
      </Button>
      <Button
        className="act-close"
        size="large"
        type={leads === 'answer' ? 'primary' : 'default'}
        disabled={blocked !== null}
        aria-describedby="desk-blocked"
        onClick={close}
      >
        {t('close')}
        <Kbd keys="mod+enter" />
      </Button>
      <Button
        danger
        className={on ? 'act-urgent urgent-on' : 'act-urgent'}
        size="large"
        aria-pressed={on}
        onClick={urgent}
      >
        <Icon name="alert" />
        {t('urgent')}
        <Kbd keys="mod+shift+u" />
      </Button>
      <Button className="act-keep" type="text" size="large" onClick={keep}>
        {t('saveDraft')}
      </Button>
    </footer>
  );
}
