import { Form, Input, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { AddUnitBody, UnitView } from '../../api/contract';
import { Dialog, ErrorState } from '../../parts';
import { useAddUnit } from './useUnits';

interface Props {
  parent: UnitView;
  open: boolean;
  onClose: () => void;
  onAdded: (unit: UnitView) => void;
}

type Fields = Omit<AddUnitBody, 'parentId'>;

export function AddUnitModal({ parent, open, onClose, onAdded }: Props): ReactElement {
  const t = useTexts('units');
  const [form] = Form.useForm<Fields>();
  const add = useAddUnit();
  // Townships hang below counties, or below the few cities that have none.
  const township = parent.level === 'county' || parent.level === 'city';
  const level = Form.useWatch('level', form) ?? (township ? 'township' : 'enterprise');
  const save = (values: Fields): void => {
    const { shortName, ...unit } = values;
    add.mutate({ parentId: parent.id, ...unit, ...(shortName ? { shortName } : {}) }, { onSuccess: onAdded });
  };
  return (
    <Dialog
      open={open}
      title={t('addTo', { name: parent.name })}
      okText={t('save')}
      cancelText={t('cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={add.isPending}
      destroyOnHidden
    >
      <p className="admin-note">{t('addHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ level: township ? 'township' : 'enterprise' }}
        onFinish={save}
      >
        <Form.Item name="level" label={t('facts.level')}>
          <Segmented
            options={[
              { value: 'township', label: t('level.township'), disabled: !township },
              { value: 'enterprise', label: t('level.enterprise') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, min: 2, max: 80, whitespace: true, message: t('nameRule') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('code')}
          extra={t(`codeHint.${level}`)}
          rules={[{ required: true, pattern: /^[a-z0-9]{3,20}$/i, message: t('codeRule') }]}
        >
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="shortName" label={t('shortName')} extra={t('shortHint')}>
          <Input maxLength={30} />
        </Form.Item>
      </Form>
      {add.isError && <ErrorState small error={add.error} />}
    </Dialog>
  );
}
