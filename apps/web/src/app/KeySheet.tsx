import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { Kbd } from '../parts';
import { useAllCommands } from './commands';
import { useTexts } from './i18n';

/** `?`: every key that works on this page now. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const t = useTexts('app');
  const commands = useAllCommands().filter((command) => command.key && (command.when?.() ?? true));
  return (
    <Modal open={open} onCancel={onClose} footer={null} width={640} title={t('sheet')}>
      <dl className="key-sheet">
        {commands.map((command) => (
          <div key={command.name}>
            <dt>{command.label}</dt>
            <dd>
              <Kbd keys={command.key ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="key-note">{t('sheetNote')}</p>
    </Modal>
  );
}
