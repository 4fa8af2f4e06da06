import { App, Button, Input, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useSession } from '../../api/session';
import { ErrorState, TimeText } from '../../parts';
import { Memberships } from './Memberships';
import { OnceSecret } from './OnceSecret';
import { Tokens } from './Tokens';
import { useChangeAccount, type Account, type AccountChange } from './useAccounts';

function Name({
  account,
  saving,
  onSave,
}: {
  account: Account;
  saving: boolean;
  onSave: (change: AccountChange) => void;
}): ReactElement {
  const t = useTexts('accounts');
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) return <Button onClick={() => setTyped(account.displayName)}>{t('rename')}</Button>;
  const save = (): void => {
    if (typed.trim() && typed.trim() !== account.displayName) onSave({ displayName: typed.trim() });
    setTyped(null);
  };
  return (
    <>
      <Input
        autoFocus
        style={{ width: 160 }}
        aria-label={t('displayName')}
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={save}
      />
      <Button type="primary" loading={saving} onClick={save}>
        {t('save')}
      </Button>
      <Button onClick={() => setTyped(null)}>{t('cancel')}</Button>
    </>
  );
}

/** One account: name, switch, password, roles and, for a machine, its tokens. Nobody changes their own. */
export function AccountDetail({ account }: { account: Account }): ReactElement {
  const t = useTexts('accounts');
  const { message } = App.useApp();
  const own = useSession().account.id === account.id;
  const change = useChangeAccount(account);
  const [password, setPassword] = useState<string | null>(null);
  const save = (values: AccountChange): void =>
    change.mutate(values, {
      onSuccess: ({ initialPassword }) => {
        setPassword(initialPassword);
        void message.success(t('saved'));
      },
    });
  return (
    <div className="padded">
      <div className="admin-tools">
        <h2>{account.displayName}</h2>
        {account.kind === 'machine' && <span className="tag">{t('machine')}</span>}
        {!account.active && <span className="tag">{t('closed')}</span>}
        <span className="admin-space" />
        {!own && <Name account={account} saving={change.isPending} onSave={save} />}
      </div>
      {own && <p className="admin-note">{t('yourself')}</p>}
      <dl className="admin-facts">
        <dt>{t('signInName')}</dt>
        <dd>{account.name}</dd>
        <dt>{t('columns.seen')}</dt>
        <dd>
          <TimeText at={account.lastSignInAt} none={t('never')} />
        </dd>
      </dl>
      {change.isError && <ErrorState small error={change.error} />}
      {password !== null && (
        <OnceSecret
          words={t('oncePassword', { name: account.displayName })}
          secret={password}
          onHide={() => setPassword(null)}
        />
      )}
      {!own && (
        <div className="admin-tools">
          <Switch
            checked={account.active}
            loading={change.isPending}
            aria-label={t('active')}
            onChange={(active) => save({ active })}
          />
          {t('active')} <span className="admin-note">{t('activeHint')}</span>
          <span className="admin-space" />
          {account.kind !== 'machine' && (
            <Button title={t('resetHint')} onClick={() => save({ resetPassword: true })}>
              {t('reset')}
            </Button>
          )}
        </div>
      )}
      <Memberships account={account} own={own} />
      {account.kind === 'machine' && <Tokens account={account} />}
    </div>
  );
}
