import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { get } from '../api/client';
import { useCan } from '../api/session';
import { Icon, Kbd, useDebounced, type IconName } from '../parts';
import { useAllCommands } from './commands';
import { useTexts } from './i18n';

interface Choice {
  id: string;
  group: 'commands' | 'tickets';
  label: string;
  note?: string;
  key?: string | undefined;
  icon: IconName;
  perform: () => void;
}

function useChoices(typed: string, open: boolean): Choice[] {
  const commands = useAllCommands();
  const navigate = useNavigate();
  const canRead = useCan('ticket.read');
  const q = useDebounced(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['palette', q],
    queryFn: ({ signal }) => get('/tickets', { q, view: 'all', limit: 6 }, signal),
    enabled: open && canRead && q.length >= 2,
  });
  return useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    const own: Choice[] = commands
      .filter((command) => !command.hidden && (command.when?.() ?? true))
      .filter((command) => command.label.toLowerCase().includes(wanted) || command.name.includes(wanted))
      .map(({ name, label, key, icon, perform }) => ({
        id: name,
        group: 'commands',
        label,
        key,
        icon: icon ?? 'arrow-right',
        perform,
      }));
    const tickets: Choice[] = (q ? (found.data?.items ?? []) : []).map((row) => ({
      id: row.id,
      group: 'tickets',
      label: row.title,
      note: row.no,
      icon: 'file',
      perform: () => void navigate(`/tickets/${row.id}`),
    }));
    return [...own, ...tickets];
  }, [commands, typed, q, found.data, navigate]);
}

interface ListProps {
  choices: Choice[];
  at: number;
  pick: (choice: Choice) => void;
}

function ChoiceRow({ choice, index, at, pick }: ListProps & { choice: Choice; index: number }): ReactElement {
  const row = useRef<HTMLDivElement>(null);
  const chosen = index === at;
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={row} role="option" id={`palette-${index}`} aria-selected={chosen} onClick={() => pick(choice)}>
      <Icon name={choice.icon} />
      <span className="cut">{choice.label}</span>
      {choice.note && <small className="palette-end">{choice.note}</small>}
      {choice.key && <Kbd keys={choice.key} />}
    </div>
  );
}

function ChoiceList(props: ListProps): ReactElement {
  const t = useTexts('app');
  const { choices } = props;
  if (choices.length === 0) return <p className="palette-none">{t('nothing')}</p>;
  const groups = (['commands', 'tickets'] as const).filter((group) =>
    choices.some((one) => one.group === group),
  );
  return (
    <div className="palette-list" role="listbox" id="palette-list" aria-label={t('palette')}>
      {groups.map((group) => (
        <div key={group} role="group" aria-label={t(group)}>
          <p className="palette-group" aria-hidden>
            {t(group)}
          </p>
          {choices.map(
            (choice, index) =>
              choice.group === group && (
                <ChoiceRow key={choice.id} {...props} choice={choice} index={index} />
              ),
          )}
        </div>
      ))}
    </div>
  );
}

/** ⌘K: every command that is possible now, and tickets by number, employer or words. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const t = useTexts('app');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const choices = useChoices(typed, open);
  const chosen = Math.min(at, Math.max(0, choices.length - 1));
  const pick = (choice: Choice): void => {
    onClose();
    // The command may move the focus; it must not be taken back by the closing dialog.
    setTimeout(choice.perform, 0);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((chosen + step + choices.length) % Math.max(1, choices.length));
    const choice = choices[chosen];
    if (event.key === 'Enter' && choice) pick(choice);
    if (step || event.key === 'Enter') event.preventDefault();
  };
  const opened = (now: boolean): void => {
    if (!now) return;
    setTyped('');
    setAt(0);
  };
  return (
    <Modal
      className="palette-modal"
      open={open}
      onCancel={onClose}
      afterOpenChange={opened}
      footer={null}
      closable={false}
      width={560}
      style={{ top: 96 }}
      destroyOnHidden
      aria-label={t('palette')}
    >
      <div className="palette-input">
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={`palette-${chosen}`}
          aria-label={t('palette')}
          placeholder={t('searchHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <Kbd keys="escape" />
      </div>
      <ChoiceList choices={choices} at={chosen} pick={pick} />
    </Modal>
  );
}
