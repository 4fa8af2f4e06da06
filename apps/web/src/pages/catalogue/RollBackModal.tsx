import { App, Form, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueVersion } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState } from '../../parts';
import { focusInput } from './focus-input';
import { instantOf } from './begin';
import { BeginField } from './BeginField';
import { CountLine } from './CountLine';
import { useComparison, useRollBack } from './useCatalogue';

interface Props {
  target: CatalogueVersion;
  inForce: CatalogueVersion | null;
  coming: CatalogueVersion | undefined; // the next version that has not begun
  onClose: () => void;
}

interface Values {
  note: string;
  begin: string | null;
}

/** Publishes an older version once more as the newest: from when on, and why. History keeps both. */
export function RollBackModal({ target, inForce, coming, onClose }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const rollBack = useRollBack(target.version);
  const difference = useComparison(String(inForce?.version ?? ''), String(target.version));
  const save = ({ note, begin }: Values): void =>
    rollBack.mutate(
      { note, effectiveFrom: begin === null ? null : instantOf(begin) },
      {
        onSuccess: ({ version }) => {
          void message.success(t('publishing.done', { version }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('rollingBack.title', { version: target.version })}
      okText={t('rollBack')}
      cancelText={t('cancel')}
      confirmLoading={rollBack.isPending}
      okButtonProps={{ htmlType: 'submit', form: 'roll-back' }}
      onCancel={onClose}
      afterOpenChange={(open) => open && focusInput(form, 'note')}
    >
      <ul className="plain-list">
        <li>{t('rollingBack.will', { version: target.version })}</li>
        <li>{t('rollingBack.willNot')}</li>
      </ul>
      {difference.data && inForce && (
        <p className="modal-lead">
          {t('rollingBack.difference', { version: inForce.version })} <CountLine found={difference.data} />
        </p>
      )}
      <Form
        id="roll-back"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ note: '', begin: null }}
        onFinish={save}
      >
        <Form.Item
          name="note"
          label={t('rollingBack.note')}
          rules={[{ required: true, whitespace: true, max: 200, message: t('rollingBack.noteRule') }]}
        >
          <Input placeholder={t('rollingBack.noteHint')} maxLength={200} />
        </Form.Item>
        <Form.Item
          name="begin"
          label={t('begin.title')}
          rules={[
            {
              validator: (_, typed: string | null) =>
                typed === null || instantOf(typed)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('begin.rule'))),
            },
          ]}
        >
          <BeginField coming={coming} />
        </Form.Item>
      </Form>
      {rollBack.isError && <ErrorState small error={rollBack.error} />}
    </Modal>
  );
}
