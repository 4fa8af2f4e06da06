import { App, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import type { AgentNow } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Dialog, ErrorState } from '../../parts';
import { type Ear, useEar } from './useAgents';

interface Props {
  agent: AgentNow;
  ear: Ear;
  onClose: () => void;
}

/** Why somebody listens is written down before his telephone rings. */
export function EarModal({ agent, ear, onClose }: Props): ReactElement {
  const t = useTexts('agents');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const hear = useEar();
  const names = ear === 'listen' ? 'listen' : 'bargeIn';
  const ring = ({ reason }: { reason: string }): void =>
    hear.mutate(
      { accountId: agent.accountId, ear, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('ringing'));
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      title={t(`${names}Title`, { name: agent.name })}
      okText={t(names)}
      cancelText={t('cancel')}
      confirmLoading={hear.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t(`${names}Hint`)}</p>
      <Form form={form} layout="vertical" onFinish={ring}>
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}
        >
          <Input.TextArea rows={3} maxLength={200} />
        </Form.Item>
      </Form>
      {hear.isError && <ErrorState error={hear.error} />}
    </Dialog>
  );
}
