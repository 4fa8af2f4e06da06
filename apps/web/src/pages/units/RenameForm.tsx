import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { ChangeUnitBody, UnitView } from '../../api/contract';

interface Props {
  unit: UnitView;
  saving: boolean;
  onSave: (change: ChangeUnitBody) => void;
  onCancel: () => void;
}

export function RenameForm({ unit, saving, onSave, onCancel }: Props): ReactElement {
  const t = useTexts('units');
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: unit.name, shortName: unit.shortName }}
      onFinish={(values: ChangeUnitBody) => onSave(values)}
      style={{ maxWidth: 480 }}
    >
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: true, min: 2, max: 80, whitespace: true, message: t('nameRule') }]}
      >
        <Input autoFocus maxLength={80} />
      </Form.Item>
      <Form.Item name="shortName" label={t('shortName')} extra={t('shortHint')}>
        <Input maxLength={30} />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={saving}>
        {t('save')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </Form>
  );
}
