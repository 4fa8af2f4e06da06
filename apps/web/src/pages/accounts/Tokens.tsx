import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { dayText, ErrorState, momentText } from '../../parts';
import { OnceSecret } from './OnceSecret';
import { useIssueToken, useRevokeToken, type Account } from './useAccounts';

interface Fields {
  label: string;
  until: Dayjs;
}

function IssueForm({
  account,
  onIssued,
}: {
  account: Account;
  onIssued: (token: string) => void;
}): ReactElement {
  const t = useTexts('accounts');
  const [form] = Form.useForm<Fields>();
  const issue = useIssueToken(account);
  const save = ({ label, until }: Fields): void =>
    issue.mutate(
      { label, expiresAt: until.endOf('day').toISOString() },
      {
        onSuccess: ({ token }) => {
          form.resetFields();
          onIssued(token);
        },
      },
    );
  return (
    <>
      <Form
        form={form}
        layout="inline"
        requiredMark={false}
        initialValues={{ until: dayjs().add(6, 'month') }}
        onFinish={save}
      >
        <Form.Item name="label" rules={[{ required: true, whitespace: true, message: t('required') }]}>
          <Input placeholder={t('label')} aria-label={t('label')} maxLength={60} />
        </Form.Item>
        <Form.Item name="until" rules={[{ required: true, message: t('required') }]}>
          <DatePicker
            aria-label={t('expires')}
            allowClear={false}
            minDate={dayjs().add(1, 'day')}
            maxDate={dayjs().add(364, 'day')}
          />
        </Form.Item>
        <Button htmlType="submit" loading={issue.isPending}>
          {t('issue')}
        </Button>
      </Form>
      {issue.isError && <ErrorState small error={issue.error} />}
    </>
  );
}

/** Bearer tokens of a machine: issued for a purpose and a time, shown once. */
export function Tokens({ account }: { account: Account }): ReactElement {
  const t = useTexts('accounts');
  const [secret, setSecret] = useState<string | null>(null);
  const revoke = useRevokeToken(account);
  return (
    <section>
      <h3>{t('tokens')}</h3>
      {account.tokens.length === 0 && <p className="admin-note">{t('noTokens')}</p>}
      <ul className="admin-list">
        {account.tokens.map((token) => (
          <li key={token.id}>
            <span>{token.label}</span>
            <span className="admin-note">
              {t('tokenUntil', { day: dayText(token.expiresAt) })} ·{' '}
              {token.lastUsedAt ? t('tokenUsed', { at: momentText(token.lastUsedAt) }) : t('tokenNever')}
            </span>
            <span className="admin-space" />
            <Button
              type="text"
              size="small"
              disabled={revoke.isPending}
              aria-label={t('revokeToken', { label: token.label })}
              onClick={() => revoke.mutate(token.id)}
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {revoke.isError && <ErrorState small error={revoke.error} />}
      {secret !== null && (
        <OnceSecret words={t('onceToken')} secret={secret} onHide={() => setSecret(null)} />
      )}
      <div className="admin-tools">
        <IssueForm account={account} onIssued={setSecret} />
        <span className="admin-note">{t('expiresHint')}</span>
      </div>
    </section>
  );
}
