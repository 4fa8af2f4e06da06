import { App, Form } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSource } from '../../api/contract';
import { Dialog, ErrorState } from '../../parts';
import { SourceFields } from './SourceFields';
import { type Fields, initialOf, LOG_PORTS, partsOf, PORTS, secretsOf } from './sourceForm';
import { useAddSource, useChangeSource } from './useLines';

interface Props {
  /** null: a new one */
  source: LineSource | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

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
    const secrets = secretsOf(fields);
    const parts = partsOf(source?.kind ?? fields.kind, fields);
    if (source) change.mutate({ name: name.trim(), ...parts, ...secrets }, { onSuccess: saved });
    else if (unit)
      add.mutate(
        { name: name.trim(), kind: fields.kind, unitId: unit.id, ...parts, ...secrets, secret },
        { onSuccess: saved },
      );
  };
  const kind = Form.useWatch('kind', form) ?? 'ami';
  /** The usual port of what was chosen, unless somebody has moved it. */
  const portOfKind = ({ kind: chosen, queueLogTable }: Partial<Fields>): void => {
    const [port, current] = [PORTS[chosen ?? ''], form.getFieldValue('port') as number];
    if (port && Object.values(PORTS).includes(current)) form.setFieldsValue({ port });
    const logPort = LOG_PORTS[queueLogTable?.system ?? ''];
    const set = form.getFieldValue(['queueLogTable', 'port']) as number;
    if (logPort && Object.values(LOG_PORTS).includes(set))
      form.setFieldValue(['queueLogTable', 'port'], logPort);
  };
  return (
    <Dialog
      open
      title={t(source ? 'change' : 'add')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={add.isPending || change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialOf(source)}
        onValuesChange={portOfKind}
        onFinish={save}
      >
        <SourceFields isNew={source === null} kind={source?.kind ?? kind} />
      </Form>
      {error && <ErrorState small error={error} />}
    </Dialog>
  );
}
