import { Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { serverNow } from '../../api/server-clock';
import { useTexts } from '../../app/i18n';
import { fieldTextOf } from './begin';

interface Props {
  /** What is typed, as a wall clock of Asia/Shanghai; null: at once. */
  value?: string | null;
  onChange?: (typed: string | null) => void;
}

/** From when on: at once, or a moment to come. */
export function BeginField({ value = null, onChange }: Props): ReactElement {
  const t = useTexts('catalogue');
  const now = fieldTextOf(serverNow());
  return (
    <div className="begin-field">
      <Radio.Group
        value={value === null ? 'now' : 'later'}
        onChange={(event) => onChange?.(event.target.value === 'now' ? null : now)}
        options={[
          { value: 'now', label: t('begin.now') },
          { value: 'later', label: t('begin.later') },
        ]}
      />
      {value !== null && (
        <Input
          type="datetime-local"
          aria-label={t('begin.at')}
          min={now}
          value={value}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </div>
  );
}
