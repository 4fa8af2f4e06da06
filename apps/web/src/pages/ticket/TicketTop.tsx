import { App, Button } from 'antd';
import { Link, useLocation, useNavigate } from 'react-router';
import type { TicketView } from '../../api/contract';
import { useCommands } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { Icon, inField, Kbd } from '../../parts';
import { Shape } from '../../verbs';
import { isTrail } from './trail';

/** Where the reader is: list, ticket number, position in the list; J and K go to its neighbours. */
export function TicketTop({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { state } = useLocation();
  const trail = isTrail(state) ? state : null;
  const at = trail ? trail.ids.indexOf(ticket.id) : -1;
  const go = (by: number) => {
    const next = trail?.ids[at + by];
    if (next) void navigate(`/tickets/${next}`, { state: trail, replace: true });
  };
  // In a field the key only leaves the field: a person who wrote half a report must not be taken away from it.
  const leave = () => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && inField(focused)) focused.blur();
    else void navigate(trail?.from ?? '/inbox');
  };
  useCommands([
    {
      name: 'ticket.next',
      label: t('next'),
      key: 'j',
      when: () => at >= 0,
      hidden: true,
      perform: () => go(1),
    },
    {
      name: 'ticket.previous',
      label: t('previous'),
      key: 'k',
      when: () => at > 0,
      hidden: true,
      perform: () => go(-1),
    },
    {
      name: 'ticket.back',
      label: t('back'),
      key: 'escape',
      hidden: true,
      perform: leave,
    },
  ]);
  const copy = () => {
    void navigator.clipboard
      .writeText(location.origin + location.pathname)
      .then(() => message.success(t('copied')));
  };
  return (
    <TopBar>
      <nav className="crumbs" aria-label={t('back')}>
        <Link to={trail?.from ?? '/inbox'}>{trail?.name ?? t('inbox')}</Link>
        <Icon name="chevron-right" size={14} />
        <strong>{ticket.no}</strong>
        <Button
          type="text"
          size="small"
          aria-label={t('copyNo')}
          icon={<Shape name="link" />}
          onClick={copy}
        />
        {trail && at >= 0 && (
          <span className="crumb-position">
            {t('position', { at: at + 1, all: trail.ids.length })} <Kbd keys="k" /> <Kbd keys="j" />
          </span>
        )}
      </nav>
    </TopBar>
  );
}
