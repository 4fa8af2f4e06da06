import { Form, Input, Modal, Select } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueDraft, CatalogueDraftLine, CatalogueVersion } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState } from '../../parts';
import { focusInput } from './focus-input';
import { type DraftStart, useStartDraft } from './useCatalogue';

interface Props {
  versions: CatalogueVersion[];
  drafts: CatalogueDraftLine[];
  onClose: () => void;
  onMade: (draft: CatalogueDraft) => void;
}

/** What is to change, and what it starts from: the version in force unless said otherwise. */
export function StartDraftModal({ versions, drafts, onClose, onMade }: Props): ReactElement {
  const t = useTexts('catalogue');
  const [form] = Form.useForm<{ from: string; note: string }>();
  const start = useStartDraft();
  const inForce = versions.find((one) => one.standing === 'in-force');
  const options = [
    ...versions.map(({ version, standing }) => ({
      value: String(version),
      label: `${t('version', { version })} · ${t(`standing.${standing}`)}`,
    })),
    ...drafts.map(({ id, note }) => ({ value: id, label: `${t('draft')} · ${note || t('unnamed')}` })),
  ];
  const begin = ({ from, note }: DraftStart): void => start.mutate({ from, note }, { onSuccess: onMade });
  return (
    <Modal
      open
      title={t('start')}
      okText={t('starting.do')}
      cancelText={t('cancel')}
      confirmLoading={start.isPending}
      okButtonProps={{ htmlType: 'submit', form: 'start-draft' }}
      onCancel={onClose}
      afterOpenChange={(open) => open && focusInput(form, 'note')}
    >
      <p className="admin-note modal-lead">{t('starting.hint')}</p>
      <Form
        id="start-draft"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: inForce ? String(inForce.version) : undefined, note: '' }}
        onFinish={begin}
      >
        <Form.Item
          name="note"
          label={t('starting.note')}
          rules={[{ required: true, whitespace: true, max: 200, message: t('starting.noteRule') }]}
        >
          <Input placeholder={t('starting.noteHint')} maxLength={200} />
        </Form.Item>
        <Form.Item name="from" label={t('starting.from')}>
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      </Form>
      {start.isError && <ErrorState small error={start.error} />}
    </Modal>
  );
}
