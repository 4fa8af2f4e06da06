import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState, type ReactElement } from 'react';
import { registerTexts, useTexts } from '../app/i18n';
import { Icon } from '../parts';
import './exports.css';
import { ExportTray } from './ExportTray';
import { texts } from './texts';
import { isOpen, type Order, useExports, useOrder } from './useExports';

registerTexts('exports', texts);

/** One thing that can be exported from here; with several, each has a name. */
export interface ExportChoice {
  key: string;
  name?: string;
  order: Order;
}

type Items = NonNullable<MenuProps['items']>;
const FORMS = ['xlsx', 'csv'] as const;

/** 导出: choose the form, then the tray shows how far the server has come. */
export function ExportButton({ choices }: { choices: readonly ExportChoice[] }): ReactElement {
  const t = useTexts('exports');
  const { message } = App.useApp();
  const [tray, setTray] = useState(false);
  const order = useOrder(() => setTray(true));
  const files = useExports();
  const open = files.data?.pages.flatMap((page) => page.items).filter(isOpen).length ?? 0;
  const start = (choice: ExportChoice, form: (typeof FORMS)[number]): void =>
    order.mutate(
      { form, order: choice.order },
      { onError: (error) => void message.error(error instanceof Error ? error.message : String(error)) },
    );
  const forms = (choice: ExportChoice) =>
    FORMS.map((form) => ({
      key: `${choice.key} ${form}`,
      label: t(form),
      onClick: () => start(choice, form),
    }));
  const groups = choices.flatMap((choice): Items =>
    choice.name === undefined
      ? forms(choice)
      : [{ key: choice.key, type: 'group', label: choice.name, children: forms(choice) }],
  );
  const items: Items = [
    ...groups,
    { type: 'divider' },
    {
      key: 'tray',
      label: open > 0 ? t('trayOpen', { count: open }) : t('tray'),
      onClick: () => setTray(true),
    },
  ];
  return (
    <>
      <Dropdown
        menu={{ items, 'aria-label': t('menu') }}
        trigger={['click']}
        placement="bottomRight"
        autoFocus
      >
        <Button loading={order.isPending} aria-haspopup="menu">
          <Icon name="download" />
          {t('export')}
          {open > 0 && <span className="export-count">{open}</span>}
        </Button>
      </Dropdown>
      {tray && <ExportTray onClose={() => setTray(false)} />}
    </>
  );
}
