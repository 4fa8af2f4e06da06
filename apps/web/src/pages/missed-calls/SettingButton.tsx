import { App, Button, InputNumber, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { MissedSetting } from '../../api/contract';
import { useSession } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { Dialog, ErrorState, Icon } from '../../parts';
import { useMissedSetting, useSetMissedSetting } from './useMissedCalls';

const UNITS = ['minutes', 'hours', 'working-minutes', 'working-hours', 'working-days'] as const;

function SettingForm({ setting, onClose }: { setting: MissedSetting; onClose: () => void }): ReactElement {
  const t = useTexts('missedCalls');
  const { message } = App.useApp();
  const [limitAmount, setAmount] = useState(setting.limitAmount);
  const [limitUnit, setUnit] = useState(setting.limitUnit);
  const [attempts, setAttempts] = useState(setting.attempts);
  const save = useSetMissedSetting(setting);
  const submit = (): void =>
    save.mutate(
      { limitAmount, limitUnit, attempts },
      {
        onSuccess: () => {
          void message.success(t('setting.saved'));
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      title={t('setting.title', { unit: setting.unit.name })}
      okText={t('setting.save')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="quiet">
        {setting.from ? t('setting.from', { unit: setting.from.name }) : t('setting.shipped')}
      </p>
      <div className="setting-row">
        <label htmlFor="missed-limit">{t('setting.within')}</label>
        <InputNumber
          id="missed-limit"
          min={1}
          max={1000}
          precision={0}
          value={limitAmount}
          onChange={(value) => value !== null && setAmount(value)}
        />
        <Select
          aria-label={t('setting.unit')}
          value={limitUnit}
          options={UNITS.map((value) => ({ value, label: t(`setting.units.${value}`) }))}
          onChange={setUnit}
        />
      </div>
      <div className="setting-row">
        <label htmlFor="missed-attempts">{t('setting.attempts')}</label>
        <InputNumber
          id="missed-attempts"
          min={1}
          max={10}
          precision={0}
          value={attempts}
          onChange={(value) => value !== null && setAttempts(value)}
        />
      </div>
      <p className="quiet">{t('setting.running')}</p>
      {save.isError && <ErrorState small error={save.error} />}
    </Dialog>
  );
}

/** How soon the unit calls back: seen by everybody, changed by whoever the server lets. */
export function SettingButton({ unitId }: { unitId: string | null }): ReactElement | null {
  const t = useTexts('missedCalls');
  const { memberships } = useSession();
  const [open, setOpen] = useState(false);
  const setting = useMissedSetting(unitId ?? memberships[0]?.unit.id).data;
  if (!setting) return null;
  const { limitAmount, limitUnit, attempts, editable } = setting;
  const words = t('setting.words', { limit: `${limitAmount} ${t(`setting.units.${limitUnit}`)}`, attempts });
  if (!editable) return <span className="admin-note">{words}</span>;
  return (
    <>
      <Button icon={<Icon name="sliders" />} onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && <SettingForm setting={setting} onClose={() => setOpen(false)} />}
    </>
  );
}
