import { Button, Input } from 'antd';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { UnitPicker } from '../../parts';
import type { ContactForm } from './contact-form';

interface Props {
  value: ContactForm['override'];
  choose: (override: ContactForm['override']) => void;
  cancel: () => void;
}

/** Another unit than the catalogue's, always with a reason. */
export function OverrideEditor({ value, choose, cancel }: Props): ReactElement {
  const t = useTexts('desk');
  const [unit, setUnit] = useState(value?.unit ?? null);
  const [reason, setReason] = useState(value?.reason ?? '');
  const ready = unit !== null && reason.trim() !== '';
  const agree = (): void => {
    if (unit && ready) choose({ unit, reason: reason.trim() });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') cancel();
  };
  return (
    <section className="strip strip-edit" aria-label={t('override')} onKeyDown={press}>
      <div className="override-unit">
        <UnitPicker
          id="desk-override"
          value={unit}
          onChange={setUnit}
          placeholder={t('overrideTo')}
          autoFocus
        />
      </div>
      <Input
        aria-label={t('overrideWhy')}
        placeholder={t('overrideWhy')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) agree();
        }}
      />
      <Button disabled={!ready} onClick={agree}>
        {t('overrideOk')}
      </Button>
      <Button type="text" onClick={cancel}>
        {t('cancel')}
      </Button>
    </section>
  );
}
