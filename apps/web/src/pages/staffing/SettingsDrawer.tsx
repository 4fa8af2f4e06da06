import { App, Button, InputNumber } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ProblemError, send } from '../../api/client';
import type { StaffingDay } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useIsPhone } from '../../app/ground';
import { Sheet, useFocusBack } from '../../parts';

const FIELDS = [
  ['targetPercent', 1, 99],
  ['withinSeconds', 1, 600],
  ['shrinkagePercent', 0, 80],
  ['weeks', 1, 26],
  ['leastAgents', 0, 100],
] as const;

/** By what the need is reckoned; a unit without settings of its own takes those of the nearest above. */
export function SettingsDrawer({ day, onClose }: { day: StaffingDay; onClose: () => void }): ReactElement {
  const t = useTexts('staffing');
  const { message } = App.useApp();
  const client = useQueryClient();
  const phone = useIsPhone();
  useFocusBack();
  const { version, from: _from, ...setting } = day.setting;
  const [form, setForm] = useState(setting);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await send('PUT', `/units/${day.unit.id}/staffing-setting`, { ...form, basedOn: version });
      void message.success(t('saved'));
      onClose();
    } catch (error) {
      const stale = error instanceof ProblemError && error.problem.code === 'stale-version';
      void message.error(stale ? t('stale') : error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['staffing'] });
    }
  };
  return (
    <Sheet open size={phone ? '100%' : 420} title={t('settingsTitle')} onClose={onClose}>
      <form
        className="staffing-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {FIELDS.map(([name, min, max]) => (
          <div key={name}>
            <label htmlFor={`staffing-${name}`}>{t(name)}</label>
            <InputNumber
              id={`staffing-${name}`}
              min={min}
              max={max}
              precision={0}
              value={form[name]}
              onChange={(value) => setForm({ ...form, [name]: value ?? min })}
            />
            {name === 'shrinkagePercent' && <p className="admin-note">{t('shrinkageHint')}</p>}
          </div>
        ))}
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('save')}
        </Button>
      </form>
    </Sheet>
  );
}
