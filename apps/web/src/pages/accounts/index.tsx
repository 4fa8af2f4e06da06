import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { EmptyState, Icon, useDebounced } from '../../parts';
import '../units/admin.css';
import { AccountDetail } from './AccountDetail';
import { AccountList } from './AccountList';
import './accounts.css';
import { AddAccountModal } from './AddAccountModal';
import { OnceSecret } from './OnceSecret';
import { texts } from './texts';
import { useAccounts } from './useAccounts';

registerTexts('accounts', texts);

/** Who may sign in, as what and where. Search and choice are in the address. */
export default function AccountsPage(): ReactElement {
  const t = useTexts('accounts');
  const [parameters, setParameters] = useSearchParams();
  const typed = parameters.get('q') ?? '';
  const list = useAccounts(useDebounced(typed.trim(), 250));
  const currentId = parameters.get('accountId') ?? undefined;
  const current = list.data?.pages.flatMap((page) => page.items).find((account) => account.id === currentId);
  const [adding, setAdding] = useState(false);
  const [password, setPassword] = useState<{ name: string; secret: string } | null>(null);
  const change = (name: string, value: string): void =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <Input
          allowClear
          prefix={<Icon name="search" />}
          placeholder={t('search')}
          aria-label={t('search')}
          value={typed}
          onChange={(event) => change('q', event.target.value)}
        />
        <span className="admin-space" />
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      {password && (
        <OnceSecret
          words={t('oncePassword', { name: password.name })}
          secret={password.secret}
          onHide={() => setPassword(null)}
        />
      )}
      <div className="admin-panels account-panels">
        <section className="admin-panel" tabIndex={0} aria-label={t('title')}>
          <AccountList list={list} currentId={currentId} onChoose={(id) => change('accountId', id)} />
        </section>
        <section className="admin-panel" tabIndex={0} aria-label={current?.displayName ?? t('choose')}>
          {current ? (
            <AccountDetail key={current.id} account={current} />
          ) : (
            <EmptyState icon="user" title={t('choose')} />
          )}
        </section>
      </div>
      <AddAccountModal
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(added) => {
          setAdding(false);
          if (added.initialPassword) setPassword({ name: added.displayName, secret: added.initialPassword });
          change('accountId', added.id);
        }}
      />
    </div>
  );
}
