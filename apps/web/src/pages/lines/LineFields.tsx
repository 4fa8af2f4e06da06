import { Checkbox, Form, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';

/** Where the switchboard is, as whom we sign in, what may be done there. */
export function LineFields({ isNew }: { isNew: boolean }): ReactElement {
  const t = useTexts('lines');
  const required = [{ required: true, whitespace: true, message: t('fields.required') }];
  return (
    <>
      <div className="line-pair">
        <Form.Item
          name="host"
          label={t('fields.host')}
          rules={[
            {
              required: true,
              pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._:-]*\s*$/,
              message: t('fields.hostRule'),
            },
          ]}
        >
          <Input maxLength={253} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="port"
          label={t('fields.port')}
          rules={[{ required: true, message: t('fields.required') }]}
        >
          <InputNumber min={1} max={65_535} precision={0} controls={false} className="wide" />
        </Form.Item>
      </div>
      <Form.Item name="tls" valuePropName="checked">
        <Checkbox>{t('fields.tls')}</Checkbox>
      </Form.Item>
      <div className="line-halves">
        <Form.Item name="username" label={t('fields.username')} rules={required}>
          <Input maxLength={64} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="secret"
          label={t('fields.secret')}
          {...(isNew ? { rules: required } : { extra: t('fields.secretKept') })}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
      </div>
      <Form.Item
        name="queueLog"
        label={t('fields.queueLog')}
        extra={t('fields.queueLogHint')}
        rules={[{ pattern: /^\s*(\/[!-~]+)?\s*$/, message: t('fields.logRule') }]}
      >
        <Input
          maxLength={250}
          autoComplete="off"
          spellCheck={false}
          placeholder="/var/log/asterisk/queue_log"
        />
      </Form.Item>
      <Form.Item
        name="outboundContext"
        label={t('fields.outboundContext')}
        extra={t('fields.outboundHint')}
        rules={[{ pattern: /^\s*[A-Za-z0-9._-]*\s*$/, message: t('fields.contextRule') }]}
      >
        <Input maxLength={80} autoComplete="off" spellCheck={false} placeholder="from-internal" />
      </Form.Item>
      <Form.Item name="listen" valuePropName="checked" className="line-check">
        <Checkbox>{t('fields.listen')}</Checkbox>
      </Form.Item>
      <Form.Item name="bargeIn" valuePropName="checked" extra={t('fields.listenHint')}>
        <Checkbox>{t('fields.bargeIn')}</Checkbox>
      </Form.Item>
    </>
  );
}
