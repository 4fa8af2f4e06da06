import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { EmptyState, PagedList, TimeText } from '../../parts';
import { type useAccounts, type Account } from './useAccounts';

interface Props {
  list: ReturnType<typeof useAccounts>;
  currentId: string | undefined;
  onChoose: (accountId: string) => void;
}

function Line({
  account,
  current,
  onChoose,
}: {
  account: Account;
  current: boolean;
  onChoose: (id: string) => void;
}): ReactElement {
  const t = useTexts('accounts');
  const { memberships } = account;
  const first = memberships[0];
  return (
    <tr className={`is-link${current ? ' is-current' : ''}`} onClick={() => onChoose(account.id)}>
      <td>
        <button type="button" className="link-button" aria-current={current}>
          {account.displayName}
        </button>
        <div className="admin-note">{account.name}</div>
      </td>
      <td>
        {first ? `${t(`role.${first.role}`)} · ${first.unit.name}` : <span className="quiet">—</span>}
        {memberships.length > 1 && <span className="admin-note"> +{memberships.length - 1}</span>}
        {!account.active && (
          <div>
            <span className="tag">{t('closed')}</span>
          </div>
        )}
      </td>
      <td>
        <TimeText at={account.lastSignInAt} none={t('never')} />
      </td>
    </tr>
  );
}

export function AccountList({ list, currentId, onChoose }: Props): ReactElement {
  const t = useTexts('accounts');
  const accounts = (list.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <PagedList
      query={list}
      count={accounts.length}
      skeletons={{ rows: 12, height: 56 }}
      empty={
        <EmptyState icon="users" title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      }
    >
      <table className="admin-table account-table">
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.roles')}</th>
            <th scope="col">{t('columns.seen')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <Line key={account.id} account={account} current={account.id === currentId} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </PagedList>
  );
}
