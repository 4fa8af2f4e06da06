import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { AddSourceBody, LineSource, UnitBrief } from '../../api/contract';
import { UnitPicker } from '../../parts';
import { LineFields } from './LineFields';
import { SecretInput } from './SecretInput';

const ADDED_KINDS: readonly AddSourceBody['kind'][] = ['ami', 'esl', 'webhook'];
const HOOK_VENDORS: readonly NonNullable<AddSourceBody['hook']>['vendor'][] = [
  'tencent-ccc',
  'twilio-taskrouter',
];

interface UnitFieldProps {
  id?: string;
  value?: UnitBrief | null;
  onChange?: (unit: UnitBrief | null) => void;
}

function UnitField({ id, value = null, onChange }: UnitFieldProps): ReactElement {
  return <UnitPicker {...(id ? { id } : {})} value={value} onChange={(unit) => onChange?.(unit)} />;
}

interface SourceFieldsProps {
  isNew: boolean;
  kind: LineSource['kind'];
}

/** A call centre in a cloud: whose format, and the secret both sides sign with. */
function HookFields({ isNew }: { isNew: boolean }): ReactElement {
  const t = useTexts('lines');
  const required = { required: true, whitespace: true, message: t('fields.required') };
  return (
    <>
      <Form.Item name="vendor" label={t('fields.vendor')} rules={[required]}>
        <Select options={HOOK_VENDORS.map((vendor) => ({ value: vendor, label: t(`vendor.${vendor}`) }))} />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('fields.secret')}
        extra={t(isNew ? 'fields.hookHint' : 'fields.secretKept')}
        rules={[...(isNew ? [required] : []), { min: 24, message: t('fields.hookShort') }]}
      >
        <SecretInput />
      </Form.Item>
    </>
  );
}

/** Name, kind and unit, and what the kind needs. */
export function SourceFields({ isNew, kind }: SourceFieldsProps): ReactElement {
  const t = useTexts('lines');
  const required = [{ required: true, whitespace: true, message: t('fields.required') }];
  return (
    <>
      <Form.Item name="name" label={t('fields.name')} extra={t('fields.nameHint')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      {isNew && (
        <>
          <Form.Item name="kind" label={t('fields.sourceKind')}>
            <Select options={ADDED_KINDS.map((one) => ({ value: one, label: t(`fields.kinds.${one}`) }))} />
          </Form.Item>
          <Form.Item
            name="unit"
            label={t('unit')}
            rules={[{ required: true, message: t('fields.required') }]}
          >
            <UnitField />
          </Form.Item>
        </>
      )}
      {kind === 'webhook' ? <HookFields isNew={isNew} /> : <LineFields isNew={isNew} kind={kind} />}
    </>
  );
}
