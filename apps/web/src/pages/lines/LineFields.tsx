import { Checkbox, Form, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { AccountFields } from './KindFields';
import { LogFields } from './LogFields';

/** Where the switchboard is, as whom we sign in, what may be done there. */
export function LineFields({ isNew, kind }: { isNew: boolean; kind: 'ami' | 'esl' }): ReactElement {
  const t = useTexts('lines');
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
      <Form.Item
        name="tls"
        valuePropName="checked"
        {...(kind === 'esl' && { extra: t('fields.eslTlsHint') })}
      >
        <Checkbox>{t('fields.tls')}</Checkbox>
      </Form.Item>
      <AccountFields isNew={isNew} kind={kind} />
      {kind === 'ami' && <LogFields isNew={isNew} />}
      <Form.Item
        name="outboundContext"
        label={t('fields.outboundContext')}
        extra={t('fields.outboundHint')}
        rules={[{ pattern: /^\s*[A-Za-z0-9._-]*\s*$/, message: t('fields.contextRule') }]}
      >
        <Input
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          placeholder={kind === 'esl' ? 'default' : 'from-internal'}
        />
      </Form.Item>
      <Form.Item name="listen" valuePropName="checked" className="line-check">
        <Checkbox>{t('fields.listen')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="bargeIn"
        valuePropName="checked"
        extra={t(kind === 'esl' ? 'fields.eslListenHint' : 'fields.listenHint')}
      >
        <Checkbox>{t('fields.bargeIn')}</Checkbox>
      </Form.Item>
    </>
  );
}
