import { Form, Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { Role, UnitBrief } from '../../api/contract';
import { Dialog, ErrorState, UnitPicker } from '../../parts';
import { ROLES } from './Memberships';
import { useAddAccount, type ChangedAccount } from './useAccounts';

interface Fields {
  name: string;
  displayName: string;
  kind: 'person' | 'machine';
  unit: UnitBrief | null;
  role: Role;
}

interface Props {
  open: boolean;
  onClose: () => void;
  onAdded: (account: ChangedAccount) => void;
}

interface UnitFieldProps {
  id?: string;
  value?: UnitBrief | null;
  onChange?: (unit: UnitBrief | null) => void;
}

/** antd hands `id`, `value` and `onChange` to the child of a form item. */
function UnitField({ id, value = null, onChange }: UnitFieldProps): ReactElement {
  return <UnitPicker {...(id ? { id } : {})} value={value} onChange={(unit) => onChange?.(unit)} />;
}

export function AddAccountModal({ open, onClose, onAdded }: Props): ReactElement {
  const t = useTexts('accounts');
  const [form] = Form.useForm<Fields>();
  const add = useAddAccount();
  const required = [{ required: true, message: t('required') }];
  const save = ({ unit, ...fields }: Fields): void => {
    if (unit)
      add.mutate(
        { ...fields, name: fields.name.trim().toLowerCase(), unitId: unit.id },
        { onSuccess: onAdded },
      );
  };
  return (
    <Dialog
      open={open}
      title={t('add')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={add.isPending}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ kind: 'person', role: 'handler' }}
        onFinish={save}
      >
        <Form.Item
          name="displayName"
          label={t('displayName')}
          rules={[{ required: true, whitespace: true, message: t('displayRule') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('signInName')}
          extra={t('nameRule')}
          rules={[{ required: true, pattern: /^\s*[a-z0-9][a-z0-9._-]{1,31}\s*$/i, message: t('nameRule') }]}
        >
          <Input autoComplete="off" maxLength={32} />
        </Form.Item>
        <Form.Item name="role" label={t('roleLabel')} rules={required}>
          <Select options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="unit" label={t('unit')} rules={required}>
          <UnitField />
        </Form.Item>
        <Form.Item name="kind" label={t('kind')} extra={t('kindHint')}>
          <Segmented
            options={[
              { value: 'person', label: t('person') },
              { value: 'machine', label: t('machine') },
            ]}
          />
        </Form.Item>
      </Form>
      {add.isError && <ErrorState small error={add.error} />}
    </Dialog>
  );
}
