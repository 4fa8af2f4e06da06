import { App, Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import type { TelephoneView } from '../../api/contract';
import { Dialog, ErrorState, useDebounced } from '../../parts';
import { useAgents, useGiveTelephone } from './useLines';

/** What is known of the telephone already. */
export type Offered = Partial<Pick<TelephoneView, 'address' | 'name' | 'queues'>>;

interface Fields {
  accountId: string;
  kind: TelephoneView['kind'];
  address: string;
  name: string;
  queues: string[];
}

const KINDS: TelephoneView['kind'][] = ['desk', 'vendor-bar', 'browser', 'practice'];

interface HolderProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}

/** antd hands `id`, `value` and `onChange` to the child of a form item. */
function HolderField({ id, value, onChange }: HolderProps): ReactElement {
  const t = useTexts('lines');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const found = useAgents(useDebounced(typed.trim(), 200), open);
  return (
    <Select
      {...(id ? { id } : {})}
      className="wide"
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('fields.holderHint')}
      notFoundContent={t('fields.holderNone')}
      loading={found.isFetching}
      onOpenChange={setOpen}
      onChange={(chosen) => chosen !== null && onChange?.(chosen)}
      options={(found.data ?? []).map((one) => ({
        value: one.id,
        label: `${one.displayName}${mark('open')}${one.name}${mark('close')}`,
      }))}
    />
  );
}

export function GiveTelephoneModal({
  sourceId,
  offered,
  onClose,
}: {
  sourceId: string;
  offered: Offered;
  onClose: () => void;
}): ReactElement {
  const t = useTexts('lines');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const give = useGiveTelephone(sourceId);
  const required = [{ required: true, message: t('fields.required') }];
  const save = (fields: Fields): void =>
    give.mutate(
      { ...fields, address: fields.address.trim(), name: fields.name.trim() },
      {
        onSuccess: () => {
          void message.success(t('saved'));
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      title={t('give')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={give.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'desk', queues: [], ...offered }}
        onFinish={save}
      >
        <Form.Item name="accountId" label={t('fields.holder')} rules={required}>
          <HolderField />
        </Form.Item>
        <Form.Item
          name="address"
          label={t('fields.address')}
          extra={t('fields.addressHint')}
          rules={[
            {
              required: true,
              pattern: /^\s*[A-Za-z0-9]{1,16}\/[\w@/.+-]{1,80}\s*$/,
              message: t('fields.addressRule'),
            },
          ]}
        >
          <Input maxLength={97} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('fields.member')} extra={t('fields.memberHint')} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="queues" label={t('fields.queues')} extra={t('fields.queuesNone')}>
          <Select
            mode="tags"
            placeholder={t('fields.queuesHint')}
            tokenSeparators={[',', '，', ' ']}
            open={false}
            suffixIcon={null}
          />
        </Form.Item>
        <Form.Item name="kind" label={t('fields.kind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
      </Form>
      {give.isError && <ErrorState small error={give.error} />}
    </Dialog>
  );
}
