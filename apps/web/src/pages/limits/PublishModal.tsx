import { App, Form, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { dayText, ErrorState } from '../../parts';
import { usePublish, type Publication } from './useLimits';

interface Props {
  version: number; // of the draft
  onClose: () => void;
  onDone: () => void;
}

/** From which day on, following what; and what it will not touch. */
export function PublishModal({ version, onClose, onDone }: Props): ReactElement {
  const t = useTexts('limits');
  const { message } = App.useApp();
  const [form] = Form.useForm<Omit<Publication, 'version'>>();
  const publish = usePublish();
  const today = dayText(Date.now());
  const save = (values: Omit<Publication, 'version'>): void =>
    publish.mutate(
      { version, ...values },
      {
        onSuccess: () => {
          void message.success(t('publishing.done', { day: values.effectiveFrom }));
          onDone();
        },
      },
    );
  return (
    <Modal
      open
      title={t('publishing.title')}
      okText={t('publishing.do')}
      cancelText={t('cancel')}
      confirmLoading={publish.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ul className="limit-effects">
        <li>{t('publishing.will')}</li>
        <li>{t('publishing.willNot')}</li>
      </ul>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ effectiveFrom: today }}
        onFinish={save}
      >
        <Form.Item name="effectiveFrom" label={t('publishing.day')} extra={t('publishing.dayHint')}>
          <Input type="date" min={today} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('publishing.note')}
          rules={[{ required: true, whitespace: true, max: 200, message: t('publishing.noteRule') }]}
        >
          <Input placeholder={t('publishing.noteHint')} maxLength={200} />
        </Form.Item>
      </Form>
      {publish.isError && <ErrorState small error={publish.error} />}
    </Modal>
  );
}
