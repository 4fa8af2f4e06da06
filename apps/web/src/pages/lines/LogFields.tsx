import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';

const KINDS = ['none', 'file', 'table'] as const;
const SYSTEMS = ['postgresql', 'mysql'] as const;

function FileField(): ReactElement {
  const t = useTexts('lines');
  return (
    <Form.Item
      name="queueLog"
      label={t('fields.queueLog')}
      extra={t('fields.queueLogHint')}
      rules={[{ required: true, pattern: /^\s*\/[!-~]+\s*$/, message: t('fields.logRule') }]}
    >
      <Input
        maxLength={250}
        autoComplete="off"
        spellCheck={false}
        placeholder="/var/log/asterisk/queue_log"
      />
    </Form.Item>
  );
}

function NameField({ name, label, pattern }: { name: string; label: string; pattern: RegExp }): ReactElement {
  const t = useTexts('lines');
  return (
    <Form.Item
      name={['queueLogTable', name]}
      label={label}
      rules={[{ required: true, pattern, message: t('fields.logNameRule') }]}
    >
      <Input maxLength={130} autoComplete="off" spellCheck={false} />
    </Form.Item>
  );
}

const HOST = /^\s*[A-Za-z0-9][A-Za-z0-9._:-]*\s*$/;
const NAME = /^\s*[A-Za-z_]\w*\s*$/;
const TABLE = /^\s*([A-Za-z_]\w*\.)?[A-Za-z_]\w*\s*$/;

function TableFields({ isNew }: { isNew: boolean }): ReactElement {
  const t = useTexts('lines');
  return (
    <>
      <Form.Item name={['queueLogTable', 'system']} label={t('fields.logSystem')}>
        <Radio.Group
          optionType="button"
          options={SYSTEMS.map((value) => ({ value, label: t(`fields.logSystems.${value}`) }))}
        />
      </Form.Item>
      <div className="line-pair">
        <NameField name="host" label={t('fields.logHost')} pattern={HOST} />
        <Form.Item
          name={['queueLogTable', 'port']}
          label={t('fields.port')}
          rules={[{ required: true, message: t('fields.required') }]}
        >
          <InputNumber min={1} max={65_535} precision={0} controls={false} className="wide" />
        </Form.Item>
      </div>
      <div className="line-halves">
        <NameField name="database" label={t('fields.logDatabase')} pattern={NAME} />
        <NameField name="table" label={t('fields.logTable')} pattern={TABLE} />
      </div>
      <div className="line-halves">
        <NameField name="username" label={t('fields.logUsername')} pattern={NAME} />
        <Form.Item
          name="logSecret"
          label={t('fields.logSecret')}
          {...(isNew
            ? { rules: [{ required: true, whitespace: true, message: t('fields.required') }] }
            : { extra: t('fields.secretKept') })}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
      </div>
      <Form.Item name={['queueLogTable', 'tls']} valuePropName="checked" extra={t('fields.logTableHint')}>
        <Checkbox>{t('fields.tls')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** The book of record that only an Asterisk keeps: in a file, or in a table of its own database. */
export function LogFields({ isNew }: { isNew: boolean }): ReactElement {
  const t = useTexts('lines');
  const kind = Form.useWatch('logKind') as (typeof KINDS)[number] | undefined;
  return (
    <>
      <Form.Item
        name="logKind"
        label={t('fields.log')}
        {...(kind === 'none' && { extra: t('fields.logNoneHint') })}
      >
        <Radio.Group
          optionType="button"
          options={KINDS.map((value) => ({ value, label: t(`fields.logKinds.${value}`) }))}
        />
      </Form.Item>
      {kind === 'file' && <FileField />}
      {kind === 'table' && <TableFields isNew={isNew} />}
    </>
  );
}
