import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';

const BYTES = 32;

/** As the libraries of Standard Webhooks want it: base64 behind a prefix. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

interface Props {
  id?: string;
  value?: string;
  onChange?: (secret: string) => void;
}

/** A secret two sides share: typed, or made here and shown, so that it can be carried to the other side before it is saved. */
export function SecretInput({ id, value = '', onChange }: Props): ReactElement {
  const t = useTexts('lines');
  const [visible, setVisible] = useState(false);
  const make = (): void => {
    setVisible(true);
    onChange?.(newSecret());
  };
  return (
    <span className="line-secret">
      <Input.Password
        {...(id ? { id } : {})}
        maxLength={200}
        autoComplete="new-password"
        value={value}
        visibilityToggle={{ visible, onVisibleChange: setVisible }}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <Button onClick={make}>{t('fields.makeSecret')}</Button>
    </span>
  );
}
