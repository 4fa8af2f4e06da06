import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';

/** An Asterisk has accounts; the event socket of a FreeSWITCH has a password, and may know users beside. */
export function AccountFields({ isNew, kind }: { isNew: boolean; kind: 'ami' | 'esl' }): ReactElement {
  const t = useTexts('lines');
  const required = { required: true, whitespace: true, message: t('fields.required') };
  const user = { pattern: /^\s*([\w.-]+@[\w.-]+)?\s*$/, message: t('fields.eslUserRule') };
  const isEsl = kind === 'esl';
  return (
    <div className="line-halves">
      <Form.Item
        name="username"
        label={t(isEsl ? 'fields.eslUser' : 'fields.username')}
        rules={[isEsl ? user : required]}
        {...(isEsl && { extra: t('fields.eslUserHint') })}
      >
        <Input maxLength={129} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('fields.secret')}
        {...(isNew ? { rules: [required] } : { extra: t('fields.secretKept') })}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </div>
  );
}
