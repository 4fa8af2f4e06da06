import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { TicketVerb, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { Icon, Kbd } from '../../parts';
import { BAR_ORDER, useStepWords, VERBS } from '../../verbs';

interface VerbBarProps {
  ticket: TicketView;
  chosen: TicketVerb | null;
  pending: TicketVerb | null;
  onVerb: (verb: TicketVerb) => void;
  children?: ReactNode;
}

/** 现在要做, and the verbs the server allows; the one that acts at once is filled, the open form's is marked. */
export function VerbBar({ ticket, chosen, pending, onVerb, children }: VerbBarProps) {
  const t = useTexts('ticket');
  const words = useStepWords();
  const { language } = useSettings();
  const bar = BAR_ORDER.filter((verb) => ticket.verbs.includes(verb));
  const menu = ticket.verbs.filter((verb) => VERBS[verb].place === 'menu');
  const { now } = ticket;
  const contacted = ticket.workerContacts.length;
  return (
    <div className="verb-bar">
      <p className="now">
        <Icon name="arrow-right" />
        {now && now.step !== 'paused' && (now.mine ? t('now') : t('waits', { unit: now.unit.name }))}
        <strong>{words.now(ticket)}</strong>
        {(now?.step === 'report' || now?.step === 'contact-worker') && (
          <small>{contacted > 0 ? t('contacted', { count: contacted }) : t('notContacted')}</small>
        )}
      </p>
      {children}
      {menu.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: menu.map((verb) => ({
              key: verb,
              icon: VERBS[verb].icon,
              label: VERBS[verb].label[language],
            })),
            onClick: ({ key }) => onVerb(key as TicketVerb),
          }}
        >
          <Button type="text" aria-label={t('moreVerbs')} icon={<Icon name="more" />} />
        </Dropdown>
      )}
      {bar.map((verb) => {
        const { label, key, form } = VERBS[verb];
        const filled = form === null && chosen === null && (verb === 'sign' || verb === 'sign-support');
        return (
          <Button
            key={verb}
            type={filled ? 'primary' : 'default'}
            className={chosen === verb ? 'verb-chosen' : ''}
            aria-pressed={form ? chosen === verb : undefined}
            loading={pending === verb}
            onClick={() => onVerb(verb)}
          >
            {label[language]} {key && <Kbd keys={key.toLowerCase()} />}
          </Button>
        );
      })}
    </div>
  );
}
