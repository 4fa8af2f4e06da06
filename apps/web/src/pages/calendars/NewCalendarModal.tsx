import { Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { CalendarCard, CalendarView, UnitBrief } from '../../api/contract';
import { useSession } from '../../api/session';
import { Dialog, ErrorState, UnitPicker } from '../../parts';
import { useOpenDraft } from './useCalendars';

interface Props {
  calendars: readonly CalendarCard[];
  onClose: () => void;
  onMade: (calendar: CalendarView) => void;
}

interface Fields {
  id: string;
  name: string;
  baseId: string;
}

const NO_BASE = '-';

/** The administrator's own unit; the root's calendars belong to the whole country unless he says otherwise. */
function useHomeUnit(): UnitBrief | null {
  const { memberships } = useSession();
  const own = memberships.find(({ role }) => role === 'administrator')?.unit;
  return own && own.level !== 'national' ? own : null;
}

export function NewCalendarModal({ calendars, onClose, onMade }: Props): ReactElement {
  const t = useTexts('calendars');
  const [form] = Form.useForm<Fields>();
  const [unit, setUnit] = useState(useHomeUnit());
  const make = useOpenDraft();
  const bases = calendars.filter((calendar) => calendar.version !== null);
  const save = ({ id, name, baseId }: Fields): void =>
    make.mutate(
      {
        id,
        name,
        ...(unit ? { unitId: unit.id } : {}),
        ...(baseId === NO_BASE ? {} : { baseId }),
      },
      { onSuccess: onMade },
    );
  return (
    <Dialog
      open
      title={t('add')}
      okText={t('create')}
      cancelText={t('cancel')}
      confirmLoading={make.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="admin-note">{t('addHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ baseId: bases[0]?.id ?? NO_BASE }}
        onFinish={save}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, max: 60 }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="id"
          label={t('newId')}
          extra={t('newIdHint')}
          rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{1,39}$/, message: t('newIdHint') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item label={t('owner')} extra={t('ownerHint')}>
          <UnitPicker value={unit} onChange={setUnit} />
        </Form.Item>
        <Form.Item name="baseId" label={t('base')}>
          <Select
            options={[
              ...bases.map((base) => ({ value: base.id, label: base.name })),
              { value: NO_BASE, label: t('baseNone') },
            ]}
          />
        </Form.Item>
      </Form>
      {make.isError && <ErrorState small error={make.error} />}
    </Dialog>
  );
}
