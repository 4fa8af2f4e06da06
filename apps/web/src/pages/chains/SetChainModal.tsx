import { DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import type { IndustryChain, SetChainModeBody, UnitBrief } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { ErrorState, UnitPicker } from '../../parts';
import { useSetChain } from './useChains';

interface Fields {
  mode: SetChainModeBody['mode'];
  dualLead?: SetChainModeBody['dualLead'];
  unit: UnitBrief | null;
  effectiveFrom: Dayjs;
  note?: string;
}

const MODES = ['industrial-first', 'territorial-first', 'dual'] as const;
const LEADS = ['territorial', 'industrial'] as const;

/** A new rule for one industry from a day on; the old ones stay readable. */
export function SetChainModal({
  chain,
  onClose,
}: {
  chain: IndustryChain;
  onClose: () => void;
}): ReactElement {
  const t = useTexts('chains');
  const term = useTerm();
  const [form] = Form.useForm<Fields>();
  const set = useSetChain();
  const mode = Form.useWatch('mode', form);
  const save = ({ mode: chosen, dualLead, unit, effectiveFrom, note }: Fields): void => {
    const body: SetChainModeBody = {
      industry: chain.industry,
      mode: chosen,
      effectiveFrom: effectiveFrom.format('YYYY-MM-DD'),
      ...(chosen === 'dual' && dualLead ? { dualLead } : {}),
      ...(unit ? { unitId: unit.id } : {}),
      ...(note?.trim() ? { note: note.trim() } : {}),
    };
    set.mutate(body, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t('setTitle', { industry: term('industries', chain.industry) })}
      okText={t('save')}
      cancelText={t('cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={set.isPending}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          mode: 'dual',
          dualLead: 'territorial',
          unit: chain.settings[0]?.unit ?? null,
          effectiveFrom: dayjs(),
        }}
        onFinish={save}
      >
        <Form.Item name="mode" label={t('modeLabel')}>
          <Radio.Group options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))} />
        </Form.Item>
        {mode === 'dual' && (
          <Form.Item name="dualLead" label={t('whoLeads')}>
            <Radio.Group options={LEADS.map((value) => ({ value, label: t(`dualLead.${value}`) }))} />
          </Form.Item>
        )}
        <Form.Item
          name="unit"
          label={t('unit')}
          extra={chain.chain ? chain.chain.name : t('unitHint')}
          rules={[{ required: !chain.chain, message: t('unitHint') }]}
        >
          <UnitField />
        </Form.Item>
        <Form.Item name="effectiveFrom" label={t('effective')} rules={[{ required: true }]}>
          <DatePicker minDate={dayjs()} allowClear={false} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
      {set.isError && <ErrorState small error={set.error} />}
    </Modal>
  );
}

interface UnitFieldProps {
  id?: string;
  value?: UnitBrief | null;
  onChange?: (unit: UnitBrief | null) => void;
}

/** The picker as the form drives it. */
function UnitField({ value = null, onChange, ...rest }: UnitFieldProps): ReactElement {
  return <UnitPicker {...rest} value={value} onChange={(unit) => onChange?.(unit)} />;
}
