import { App, Form } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { AddSourceBody, LineSource, UnitBrief } from '../../api/contract';
import { Dialog, ErrorState } from '../../parts';
import { SourceFields } from './SourceFields';
import { useAddSource, useChangeSource } from './useLines';

type Vendor = NonNullable<AddSourceBody['hook']>['vendor'];

interface Fields {
  name: string;
  kind: AddSourceBody['kind'];
  vendor: Vendor;
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

const lineOf = ({ host, port, username, tls, queueLog, outboundContext, listen, bargeIn }: Fields) => ({
  host: host.trim(),
  port,
  username: username.trim(),
  tls,
  ...(queueLog.trim() && { queueLog: queueLog.trim() }),
  ...(outboundContext.trim() && { outboundContext: outboundContext.trim() }),
  listen,
  bargeIn,
});

function partsOf(kind: LineSource['kind'], fields: Fields) {
  if (kind === 'webhook') return { hook: { vendor: fields.vendor } };
  return { settings: lineOf(kind === 'esl' ? { ...fields, queueLog: '' } : fields) };
}

/** Where each kind of switchboard listens, unless somebody has moved it. */
const PORTS: Readonly<Record<string, number>> = { ami: 5038, esl: 8021 };

const NEW: Partial<Fields> = {
  kind: 'ami',
  vendor: 'tencent-ccc',
  username: '',
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
    const parts = partsOf(source?.kind ?? fields.kind, fields);
    if (source)
      change.mutate({ name: name.trim(), ...parts, ...(secret && { secret }) }, { onSuccess: saved });
    else if (unit)
      add.mutate(
        { name: name.trim(), kind: fields.kind, unitId: unit.id, ...parts, secret },
        { onSuccess: saved },
      );
  };
  const initial = source
    ? { ...NEW, name: source.name, unit: source.unit, ...source.settings, ...source.hook }
    : NEW;
  const kind = Form.useWatch('kind', form) ?? 'ami';
  const portOfKind = ({ kind: chosen }: Partial<Fields>): void => {
    const [port, current] = [PORTS[chosen ?? ''], form.getFieldValue('port') as number];
    if (port && Object.values(PORTS).includes(current)) form.setFieldsValue({ port });
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
        initialValues={initial}
        onValuesChange={portOfKind}
        onFinish={save}
      >
        <SourceFields isNew={source === null} kind={source?.kind ?? kind} />
      </Form>
      {error && <ErrorState small error={error} />}
    </Dialog>
  );
}
