import { Form, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueProposal } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState } from '../../parts';
import { focusInput } from './focus-input';
import { useRuleProposal } from './useProposals';

interface Props {
  proposal: CatalogueProposal;
  onClose: () => void;
}

export function DeclineModal({ proposal, onClose }: Props): ReactElement {
  const t = useTexts('catalogue');
  const [form] = Form.useForm<{ reason: string }>();
  const rule = useRuleProposal(proposal.id);
  return (
    <Modal
      open
      title={t('proposal.decline')}
      okText={t('proposal.decline')}
      cancelText={t('cancel')}
      confirmLoading={rule.isPending}
      onOk={form.submit}
      onCancel={onClose}
      afterOpenChange={(open) => open && focusInput(form, 'reason')}
    >
      <blockquote className="proposal-quote">{proposal.reason}</blockquote>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => rule.mutate({ decision: 'refused', reason }, { onSuccess: onClose })}
      >
        <Form.Item
          name="reason"
          label={t('proposal.reason')}
          rules={[{ required: true, whitespace: true, max: 500, message: t('proposal.reasonRule') }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} placeholder={t('proposal.reasonHint')} />
        </Form.Item>
      </Form>
      {rule.isError && <ErrorState small error={rule.error} />}
    </Modal>
  );
}
