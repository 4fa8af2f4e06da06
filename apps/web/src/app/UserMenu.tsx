import { useQueryClient } from '@tanstack/react-query';
import { Button, Popover, Segmented, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import { signOut, useSession } from '../api/session';
import { Icon } from '../parts';
import { useTexts } from './i18n';
import { changeSettings, useSettings, type Settings } from './settings';

function Choices(): ReactElement {
  const t = useTexts('app');
  const { theme, language, keys } = useSettings();
  return (
    <>
      <div className="user-row">
        <span>{t('theme')}</span>
        <Segmented<Settings['theme']>
          size="small"
          aria-label={t('theme')}
          value={theme}
          options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => changeSettings({ theme: value })}
        />
      </div>
      <div className="user-row">
        <span>{t('language')}</span>
        <Segmented<Settings['language']>
          size="small"
          aria-label={t('language')}
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => changeSettings({ language: value })}
        />
      </div>
      <div className="user-row">
        <span title={t('keysHint')}>{t('keys')}</span>
        <Switch
          size="small"
          aria-label={t('keys')}
          checked={keys}
          onChange={(on) => changeSettings({ keys: on })}
        />
      </div>
    </>
  );
}

/** Who I am, for which unit, how the console looks, and the way out. */
export function UserMenu({ onSheet }: { onSheet: () => void }): ReactElement {
  const t = useTexts('app');
  const session = useSession();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined);
    client.clear();
    location.assign('/sign-in');
  };
  const card = (
    <div className="user-menu">
      <header>
        <strong>{session.account.displayName}</strong>
        {session.memberships.map((membership) => (
          <span key={membership.id}>{membership.unit.name}</span>
        ))}
      </header>
      <Choices />
      <div className="user-row">
        <Button
          type="text"
          size="small"
          icon={<Icon name="keyboard" />}
          onClick={() => {
            setOpen(false);
            onSheet();
          }}
        >
          {t('sheet')}
        </Button>
        <Button type="text" size="small" icon={<Icon name="sign-out" />} onClick={() => void leave()}>
          {t('signOut')}
        </Button>
      </div>
    </div>
  );
  return (
    <Popover
      content={card}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
    >
      <button type="button" className="top-button" aria-label={`${session.account.displayName} · ${t('me')}`}>
        <span className="top-who" aria-hidden>
          {session.account.displayName.slice(0, 1)}
        </span>
      </button>
    </Popover>
  );
}
