import { useVocabulary } from '../../api/vocabulary';
import type { Channel, Kind } from '../../api/contract';
import { useCommands, type Command } from '../../app/commands';
import { useIsTight } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { useHotkeys } from '../../parts';
import { desk, type DeskState } from './desk-store';
import { focusDesk } from './focus';

export interface DeskActs {
  begin: (channel: Channel) => void;
  chooseKind: (kind: Kind) => void;
  urgent: () => void;
  keep: () => void;
  close: () => void;
  dispatch: () => void;
  togglePanel: () => void;
}

/** Everything the desk can do, with its key; the palette and the key sheet read the same list. */
export function useDeskCommands(state: DeskState, acts: DeskActs): void {
  const t = useTexts('desk');
  const { kinds } = useVocabulary();
  const tight = useIsTight();
  const busy = (): boolean => state.activeId !== null;
  const work: Command[] = [
    { name: 'desk.new', label: t('newCall'), icon: 'plus', key: 'alt+n', perform: () => acts.begin('call') },
    {
      name: 'desk.close',
      label: t('close'),
      icon: 'check',
      key: 'mod+enter',
      when: busy,
      perform: acts.close,
    },
    {
      name: 'desk.dispatch',
      label: t('dispatch'),
      icon: 'send',
      key: 'mod+shift+enter',
      when: busy,
      perform: acts.dispatch,
    },
    {
      name: 'desk.urgent',
      label: t('urgent'),
      icon: 'alert',
      key: 'mod+shift+u',
      when: busy,
      perform: acts.urgent,
    },
    { name: 'desk.keep', label: t('cmd.draft'), icon: 'file', key: 'mod+s', when: busy, perform: acts.keep },
    { name: 'desk.kind', label: t('cmd.kinds'), key: '1–7', when: busy, perform: () => focusDesk('kind') },
    { name: 'desk.text', label: t('cmd.text'), key: 'alt+t', when: busy, perform: () => focusDesk('text') },
    {
      name: 'desk.number',
      label: t('cmd.number'),
      key: 'alt+p',
      when: busy,
      perform: () => focusDesk('number'),
    },
    { name: 'desk.panel', label: t('cmd.panel'), key: ']', when: () => tight, perform: acts.togglePanel },
  ];
  useCommands(work);
  const open = (index: number): void => {
    const contact = state.contacts[index];
    if (!contact) return;
    desk.activate(contact.id);
    focusDesk('kind');
  };
  const digits = Array.from({ length: 9 }, (_, index) => index);
  useCommands(
    digits.slice(0, Math.min(9, state.contacts.length)).map((index) => ({
      name: `desk.contact.${index + 1}`,
      label: t('cmd.nth', { n: index + 1 }),
      key: `alt+${index + 1}`,
      perform: () => open(index),
    })),
  );
  const choose = kinds
    .slice(0, 9)
    .map((term, index) => [String(index + 1), () => acts.chooseKind(term.code as Kind)]);
  useHotkeys(Object.fromEntries(choose) as Record<string, () => void>, state.activeId !== null);
}
