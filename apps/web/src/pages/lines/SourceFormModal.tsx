import { App, Form, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSource, UnitBrief } from '../../api/contract';
import { ErrorState } from '../../parts';
import { SourceFields } from './SourceFields';
import { useAddSource, useChangeSource } from './useLines';

interface Fields {
  name: string;
  unit: UnitBrief | null;
  host: string;
  port: number;
  username: string;
  secret: string;
  tls: boolean;
  queueLog: string;
  outboundContext: string;
  listen: boolean;
  bargeIn: boolean;
}

interface Props {
  /** null: a new one */
  source: LineSource | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

const settingsOf = ({ host, port, username, tls, queueLog, outboundContext, listen, bargeIn }: Fields) => ({
  host: host.trim(),
  port,
  username: username.trim(),
  tls,
  ...(queueLog.trim() && { queueLog: queueLog.trim() }),
  ...(outboundContext.trim() && { outboundContext: outboundContext.trim() }),
  listen,
  bargeIn,
});

const NEW: Partial<Fields> = {
  port: 5038,
  tls: false,
  queueLog: '',
  outboundContext: '',
  listen: false,
  bargeIn: false,
  secret: '',
  unit: null,
};

/** Adds a line or changes one; what was typed stays when the server says no. */
export function SourceFormModal({ source, onClose, onSaved }: Props): ReactElement {
  const t = useTexts('lines');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const add = useAddSource();
  const change = useChangeSource(source ?? { id: '', version: 0 });
  const error = add.error ?? change.error;
  const saved = ({ id }: { id: string }): void => {
    void message.success(t('saved'));
    onSaved(id);
  };
  const save = (fields: Fields): void => {
    const { name, unit, secret } = fields;
    const settings = settingsOf(fields);
    if (source)
      change.mutate({ name: name.trim(), settings, ...(secret && { secret }) }, { onSuccess: saved });
    else if (unit)
      add.mutate({ name: name.trim(), kind: 'ami', unitId: unit.id, settings, secret }, { onSuccess: saved });
  };
  const initial = source ? { ...NEW, name: source.name, unit: source.unit, ...source.settings } : NEW;
  return (
    <Modal
      open
      title={t(source ? 'change' : 'add')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={add.isPending || change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={save}>
        <SourceFields isNew={source === null} />
      </Form>
      {error && <ErrorState small error={error} />}
    </Modal>
  );
}
