import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { TicketVerb } from '../../api/contract';
import { useCommands, type Command } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { VERBS } from '../../verbs';
import { waitsForSign, type BulkSign } from './useBulkSign';
import type { ListState } from './useListState';

/** Verbs whose form lives on the ticket page: the key opens the ticket with that form. */
const ON_TICKET: readonly TicketVerb[] = ['report', 'log-worker-contact', 'pass-down', 'review'];

interface InboxCommands {
  list: ListState;
  bulk: BulkSign;
  trail: object;
  openFilter: () => void;
  focusSearch: () => void;
}

export function useInboxCommands({ list, bulk, trail, openFilter, focusSearch }: InboxCommands): void {
  const t = useTexts('inbox');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { language } = useSettings();
  const open = (verb?: TicketVerb) => {
    if (!list.active) return;
    void navigate(`/tickets/${list.active.id}${verb ? `?do=${verb}` : ''}`, { state: trail });
  };
  const sign = () => {
    const rows = list.chosen.length > 0 ? list.chosen : list.active ? [list.active] : [];
    if (!rows.some(waitsForSign)) return void message.info(t('nothingToSign'));
    void bulk.sign(rows).then(list.clear);
  };
  const escape = () => {
    if (list.selected.size > 0) list.clear();
    else bulk.dismiss();
  };
  const verbs = ON_TICKET.map<Command>((verb) => ({
    name: `inbox.${verb}`,
    label: VERBS[verb].label[language],
    key: VERBS[verb].key?.toLowerCase(),
    perform: () => open(verb),
  }));
  useCommands([
    { name: 'inbox.next', label: `${t('move')} ↓`, key: 'j', hidden: true, perform: () => list.move(1) },
    { name: 'inbox.previous', label: `${t('move')} ↑`, key: 'k', hidden: true, perform: () => list.move(-1) },
    {
      name: 'inbox.select',
      label: t('select'),
      key: 'space',
      hidden: true,
      perform: () => list.active && list.toggle(list.active.id),
    },
    { name: 'inbox.filter', label: t('filter'), key: 's', icon: 'filter', perform: openFilter },
    { name: 'inbox.search', label: t('search'), key: '/', hidden: true, perform: focusSearch },
    { name: 'inbox.sign', label: VERBS.sign.label[language], key: 'q', icon: 'check', perform: sign },
    { name: 'inbox.cancel', label: t('cancel'), key: 'escape', hidden: true, perform: escape },
    ...verbs,
  ]);
}
