import { App, Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { Membership, Role, UnitBrief } from '../../api/contract';
import { ErrorState, UnitName, UnitPicker } from '../../parts';
import { HandOverModal } from './HandOverModal';
import { useGrant, useRevoke, type Account } from './useAccounts';

export const ROLES: Role[] = ['agent', 'dispatcher', 'handler', 'supervisor', 'administrator', 'auditor'];

function Grant({ account }: { account: Account }): ReactElement {
  const t = useTexts('accounts');
  const { message } = App.useApp();
  const grant = useGrant(account);
  const [unit, setUnit] = useState<UnitBrief | null>(null);
  const [role, setRole] = useState<Role>('handler');
  const give = (): void => {
    if (!unit) return;
    grant.mutate(
      { unitId: unit.id, role },
      {
        onSuccess: () => {
          setUnit(null);
          void message.success(t('granted'));
        },
      },
    );
  };
  return (
    <>
      <div className="admin-tools">
        <Select
          aria-label={t('roleLabel')}
          value={role}
          onChange={setRole}
          style={{ width: 128 }}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <div className="admin-grow">
          <label className="visually-hidden" htmlFor="grant-unit">
            {t('unit')}
          </label>
          <UnitPicker id="grant-unit" value={unit} onChange={setUnit} />
        </div>
        <Button disabled={!unit} loading={grant.isPending} onClick={give}>
          {t('grant')}
        </Button>
      </div>
      {grant.isError && <ErrorState small error={grant.error} />}
    </>
  );
}

/** What the account may be in which unit. Taking a role away can be undone from the message that says so. */
export function Memberships({ account, own }: { account: Account; own: boolean }): ReactElement {
  const t = useTexts('accounts');
  const { message } = App.useApp();
  const revoke = useRevoke(account);
  const grant = useGrant(account);
  const [leaving, setLeaving] = useState<Membership | null>(null);
  const take = ({ id, role, unit }: Membership): void =>
    revoke.mutate(id, {
      onSuccess: () => {
        const undo = (): void => grant.mutate({ unitId: unit.id, role });
        void message.success({
          content: (
            <>
              {t('revoked', { unit: unit.name, role: t(`role.${role}`) })}{' '}
              <Button type="link" size="small" onClick={undo}>
                {t('undo')}
              </Button>
            </>
          ),
          duration: 8,
        });
      },
    });
  return (
    <section>
      <h3>{t('memberships')}</h3>
      {account.memberships.length === 0 && <p className="admin-note">{t('noMemberships')}</p>}
      <ul className="admin-list">
        {account.memberships.map((membership) => (
          <li key={membership.id}>
            <span className="tag">{t(`role.${membership.role}`)}</span>
            <UnitName unit={membership.unit} />
            <span className="admin-space" />
            {!own && membership.role === 'handler' && (
              <Button type="text" size="small" onClick={() => setLeaving(membership)}>
                {t('handOver.open')}
              </Button>
            )}
            {!own && (
              <Button
                type="text"
                size="small"
                disabled={revoke.isPending}
                aria-label={t('revokeLabel', {
                  unit: membership.unit.name,
                  role: t(`role.${membership.role}`),
                })}
                onClick={() => take(membership)}
              >
                {t('revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {revoke.isError && <ErrorState small error={revoke.error} />}
      {leaving && <HandOverModal account={account} membership={leaving} onClose={() => setLeaving(null)} />}
      {!own && <Grant account={account} />}
    </section>
  );
}
